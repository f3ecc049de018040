//! A connection that is cut between the commit and its answer: nobody here knows whether the book
//! has the request, and it is still done only once.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use rochdale_core::command::By;
use rochdale_register::{Answer, Database, verify};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use crate::support::{Scratch, clock, done, enter, mill, request, slug};

/// What the wire must carry for the connection to be cut once it has been answered.
const TELLTALE: &[u8] = b"Doubtful Bakery";

/// Passes bytes between a client and the server; cuts the line instead of passing on the answer to
/// the telltale. Counts the cuts.
async fn line(mut client: TcpStream, server: String, cuts: Arc<AtomicUsize>) {
    let mut server = TcpStream::connect(server).await.unwrap();
    let (mut asked, mut answered) = (vec![0; 65_536], vec![0; 65_536]);
    let mut doubtful = false;
    loop {
        tokio::select! {
            count = client.read(&mut asked) => match count {
                Ok(count) if count > 0 => {
                    doubtful |= asked[..count].windows(TELLTALE.len()).any(|window| window == TELLTALE);
                    server.write_all(&asked[..count]).await.unwrap();
                }
                _ => return,
            },
            count = server.read(&mut answered) => match count {
                Ok(count) if count > 0 && doubtful => {
                    cuts.fetch_add(1, Ordering::SeqCst);
                    return;
                }
                Ok(count) if count > 0 => client.write_all(&answered[..count]).await.unwrap(),
                _ => return,
            },
        }
    }
}

#[tokio::test]
async fn a_request_in_doubt_is_done_only_once() {
    let Some(scratch) = Scratch::postgres("doubt::a_request_in_doubt_is_done_only_once").await else {
        return;
    };
    let (before, after) = scratch.url.split_once('@').unwrap();
    let (server, rest) = after.split_once('/').unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let through = format!("{before}@{}/{rest}&sslmode=disable", listener.local_addr().unwrap());
    let cuts = Arc::new(AtomicUsize::new(0));
    let (server, counted) = (server.to_owned(), Arc::clone(&cuts));
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            tokio::spawn(line(client, server.clone(), Arc::clone(&counted)));
        }
    });
    let database = Database::open(&through).await.unwrap();
    let mill = mill(&database, &clock()).await;
    // The statement is prepared now, so that the next one goes out whole.
    done(mill.submit(By::Desk, request(2), enter("Bakery")).await);

    let doubtful = mill.submit(By::Desk, request(3), enter("Doubtful Bakery")).await;

    let Answer::Fault(fault) = doubtful else { panic!("{doubtful:?}") };
    assert!(fault.what.ends_with("nobody knows whether the request was done"), "{fault}");
    assert!(fault.mend.ends_with("the same request is done only once."), "{fault}");
    assert_eq!(cuts.load(Ordering::SeqCst), 1);
    assert_eq!(mill.head().height, 2, "what is in doubt is not shown");
    assert_eq!(scratch.database.height(&slug("mill")).await.unwrap(), 3, "and it is in the book");

    // The next request meets the head that moved, and the same one again is answered, not repeated.
    assert_eq!(done(mill.submit(By::Desk, request(4), enter("Dairy")).await).heights, 4..5);
    assert_eq!(done(mill.submit(By::Desk, request(3), enter("Doubtful Bakery")).await).heights, 3..4);
    assert_eq!(mill.state().parties().count(), 3);
    assert_eq!(verify(&scratch.database, &slug("mill")).await.unwrap().head, mill.head());
}
