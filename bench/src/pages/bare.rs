//! A bare axum route, in a process of its own: it answers with bytes that it was given, and where
//! something is sent it inserts a bare row first.

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{StatusCode, header},
    routing::get,
};

use crate::book::Bare;

/// Serves the bytes of `file` on a free port of this machine, whose address it writes; rows go into
/// the database at `address`.
pub async fn serve(file: &str, address: &str) {
    let bytes = Bytes::from(std::fs::read(file).expect("the file can be read"));
    let bare = Bare::open(address).await;
    let insert = |State((bytes, bare)): State<(Bytes, Bare)>, _sent: Bytes| async move {
        bare.insert().await;
        (StatusCode::CREATED, [(header::CONTENT_TYPE, "application/json")], bytes)
    };
    let answer = |State((bytes, _)): State<(Bytes, Bare)>| async move {
        ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], bytes)
    };
    let router = Router::new().route("/", get(answer).post(insert)).with_state((bytes, bare));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("there is a free port");
    println!("{}", listener.local_addr().expect("it listens somewhere"));
    axum::serve(listener, router).await.expect("it serves until it is ended");
}
