//! Programs that run while they are measured, and end with it.

use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use super::load::ask;
use crate::measure::resident_of;

/// How long a program may take to answer at all.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program that serves.
pub struct Program {
    child: Child,
    /// Where.
    pub address: String,
    /// From its start to its first page.
    pub first_page: Duration,
}

impl Program {
    /// Starts `rochdale` with these arguments on a free port, and waits for its first page, `path`.
    pub fn rochdale(arguments: &[&str], path: &str) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let address = free.expect("there is a free port").to_string();
        let begun = Instant::now();
        let mut child = Command::new(beside("rochdale"))
            .args(arguments)
            .args(["--listen", &address])
            .stdout(Stdio::null())
            .spawn()
            .expect("rochdale can be run; `cargo build --release` makes it");
        let request = get(path, "");
        while !ask(&address, &request).is_ok_and(|response| response.status == 200) {
            assert!(begun.elapsed() < PATIENCE, "rochdale does not answer");
            assert!(child.try_wait().is_ok_and(|ended| ended.is_none()), "rochdale has ended");
            std::thread::sleep(Duration::from_millis(1));
        }
        Self { child, address, first_page: begun.elapsed() }
    }

    /// Starts the bare route with these bytes, inserting rows into a database in `folder`.
    pub fn bare(folder: &Path, name: &str, bytes: &[u8]) -> Self {
        let begun = Instant::now();
        let file = folder.join(format!("{name}.bytes"));
        std::fs::write(&file, bytes).expect("the bytes can be written");
        let database = format!("sqlite:{}", folder.join(format!("{name}.db")).display());
        let mut child = Command::new(beside("rochdale-bench"))
            .arg("bare")
            .arg(&file)
            .arg(database)
            .stdout(Stdio::piped())
            .spawn()
            .expect("this program can be run");
        let mut line = String::new();
        let output = child.stdout.take().expect("its output is read");
        BufReader::new(output).read_line(&mut line).expect("it says where it serves");
        Self { child, address: line.trim().to_owned(), first_page: begun.elapsed() }
    }

    /// The memory that it holds, in bytes.
    pub fn resident(&self) -> u64 {
        resident_of(&self.child.id().to_string())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself; either way it is gone after this.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A GET request with further header lines, each ended by `\r\n`.
pub fn get(path: &str, lines: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: rochdale.example\r\n{lines}\r\n").into_bytes()
}

/// A program that was built with this one.
fn beside(name: &str) -> PathBuf {
    std::env::current_exe().expect("this program has a place").with_file_name(name)
}
