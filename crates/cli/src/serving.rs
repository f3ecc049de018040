//! Serving the pages and the API, until somebody ends the program.

use std::{
    io::{ErrorKind, Write},
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use rochdale_mail::{Transport, deliver_for_ever};
use rochdale_register::{Database, Fault, Registers, SystemClock};
use rochdale_web::{
    Site,
    entrance::{Entrance, Origin},
};
use rochdale_words::Catalogue;
use tokio::{net::TcpListener, signal};
use tracing_subscriber::EnvFilter;

use crate::failure::Failure;

/// Where the pages are by default: this machine only, port 8080.
pub const HERE: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);

/// How often time passes in the books: a vote closes no later than this after its hour.
const TICK: Duration = Duration::from_secs(5);

/// Prints a line for whoever started the program. Where nobody reads it, it serves all the same.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Listens at `address`.
pub async fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| {
        let fault = |what: String, mend: &str| {
            Failure::Fault(Fault { what, place: address.to_string(), mend: mend.to_owned() })
        };
        match error.kind() {
            // However often it is asked for, this machine has no such address.
            ErrorKind::AddrNotAvailable => Failure::not_understood(
                "this machine does not have that address",
                format!("--listen {address}"),
                "name one that it has, for example 127.0.0.1:8080, or 0.0.0.0:8080 for all of them",
            ),
            ErrorKind::AddrInUse => fault(
                "another program listens there".to_owned(),
                "End the program that has this address and start again, or name another with --listen.",
            ),
            ErrorKind::PermissionDenied => fault(
                "this program may not listen there".to_owned(),
                "Name a port from 1024 on with --listen, or give this program the right to lower ones.",
            ),
            _ => fault(
                format!("nothing can be served there: {error}"),
                "Name another address with --listen, or look at the network of this machine.",
            ),
        }
    })
}

/// Where browsers on this machine reach what listens at `address`. By name: they make no passkeys for numbers.
pub fn origin_of(address: SocketAddr) -> Result<Origin, Failure> {
    let origin = Origin::new(&format!("http://localhost:{}", address.port())).ok();
    origin.filter(|_| address.ip().is_loopback()).ok_or_else(|| {
        Failure::not_understood(
            "where browsers reach it cannot be told from where it listens",
            format!("--listen {address}"),
            "say where with --origin, for example --origin https://members.example.org",
        )
    })
}

/// Serves all books of `database` on `listener`, and sends their mail.
pub async fn serve(
    database: Database,
    listener: TcpListener,
    is_demo: bool,
    entrance: Entrance,
    transport: Transport,
) -> Result<(), Failure> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    // It logs whole addresses, and those of links to sign in are secrets.
    let filter = match "tower_http=off".parse() {
        Ok(quiet) => filter.add_directive(quiet),
        Err(_) => filter,
    };
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let clock = Arc::new(SystemClock);
    let mail = tokio::spawn({
        let (database, origin) = (database.clone(), entrance.origin.to_string());
        async move { deliver_for_ever(database, transport, origin, &SystemClock).await }
    });
    let registers = Arc::new(Registers::open(database.clone(), Arc::clone(&clock) as _).await?);
    let place =
        listener.local_addr().map_or_else(|_| "the address".to_owned(), |address| address.to_string());
    let (catalogue, lists) = (Catalogue::built_in(), Default::default());
    let site = Arc::new(Site { registers, clock, catalogue, is_demo, entrance, lists });
    let time = tokio::spawn({
        let site = Arc::clone(&site);
        async move { site.keep_time(TICK).await }
    });
    let routes = rochdale_web::router(site).into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, routes).with_graceful_shutdown(ended()).await;
    time.abort();
    mail.abort();
    database.close().await;
    served.map_err(|error| {
        Failure::Fault(Fault {
            what: format!("serving broke off: {error}"),
            place,
            mend: "start the program again; what was answered as done is on the disk".to_owned(),
        })
    })
}

/// Waits until somebody asks the program to end.
async fn ended() {
    tokio::select! {
        _ = signal::ctrl_c() => {}
        () = terminated() => {}
    }
}

/// Waits for the signal by which systems end programs; where there is none, for ever.
async fn terminated() {
    #[cfg(unix)]
    if let Ok(mut terminated) = signal::unix::signal(signal::unix::SignalKind::terminate()) {
        terminated.recv().await;
        return;
    }
    std::future::pending().await
}
