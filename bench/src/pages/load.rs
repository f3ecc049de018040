//! A load of requests over connections that stay open, each sending one request after the other.

use std::time::{Duration, Instant};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::measure::per_second;

/// What came of a load.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Served {
    /// How many requests were answered a second.
    pub a_second: u64,
    /// The time within which 99 of 100 were answered.
    pub p99: Duration,
}

/// One answer.
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The header lines, with the status line.
    pub head: String,
    /// The body.
    pub body: Vec<u8>,
}

/// Sends what `request` writes for each connection and turn, for `time`. An answer that is
/// no success breaks it off: a figure of refusals is no figure.
pub fn load(address: &str, connections: usize, time: Duration, request: impl Fn(usize) -> Vec<u8>) -> Served {
    // One thread, so that it takes one core at most and leaves the other to the program.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime can be had").block_on(async {
        let begun = Instant::now();
        let sending = (0..connections).map(|connection| {
            let request = &request;
            async move {
                let mut stream = TcpStream::connect(address).await.expect("the program can be reached");
                stream.set_nodelay(true).expect("a connection can be told not to wait");
                let mut times = Vec::new();
                while begun.elapsed() < time {
                    let text = request(connection);
                    let sent = Instant::now();
                    let response = asked(&mut stream, &text).await;
                    times.push(sent.elapsed());
                    let is_success = matches!(response.status, 200..300);
                    assert!(is_success, "{}", String::from_utf8_lossy(&response.body));
                }
                times
            }
        });
        let mut times = futures_util::future::join_all(sending).await.concat();
        let taken = begun.elapsed();
        times.sort_unstable();
        Served { a_second: per_second(times.len() as u64, taken), p99: times[times.len() * 99 / 100] }
    })
}

/// Sends one request over a connection of its own.
pub fn ask(address: &str, request: &[u8]) -> std::io::Result<Response> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut stream = TcpStream::connect(address).await?;
        Ok(asked(&mut stream, request).await)
    })
}

/// Sends a request and reads its answer, which must say how long it is.
async fn asked(stream: &mut TcpStream, request: &[u8]) -> Response {
    stream.write_all(request).await.expect("a request can be sent");
    let mut read = Vec::with_capacity(16 * 1024);
    let head_end = loop {
        let count = stream.read_buf(&mut read).await.expect("an answer can be read");
        assert!(count > 0, "the program closed the connection: {}", String::from_utf8_lossy(&read));
        if let Some(at) = read.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            break at + 4;
        }
    };
    let head = String::from_utf8_lossy(&read[..head_end]).into_owned();
    let length = header(&head, "content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    while read.len() < head_end + length {
        let count = stream.read_buf(&mut read).await.expect("an answer can be read");
        assert!(count > 0, "the program closed the connection in the middle of an answer");
    }
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    Response { status, head, body: read.split_off(head_end) }
}

/// The value of a header in these header lines; its name in lower case.
pub fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}
