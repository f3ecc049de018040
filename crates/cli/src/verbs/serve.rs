//! `rochdale serve`

use std::net::SocketAddr;

use axum::http::HeaderName;
use clap::Args;
use rochdale_web::entrance::{Entrance, Origin};
use serde_json::json;

use crate::{
    answer::Answer,
    context::Context,
    failure::Failure,
    mail::{MailOptions, way_of},
    serving,
};

/// Serve the pages and the API of every co-op in the database, until the program is ended
///
/// It speaks plain HTTP; on the open Internet put a web server with HTTPS in front of it, and say
/// where browsers reach that with --origin.
#[derive(Debug, Args)]
pub struct Serve {
    /// The address and port to listen on
    #[arg(long, value_name = "ADDRESS", default_value_t = serving::HERE)]
    listen: SocketAddr,
    /// Where browsers reach it, as in their address line, for cookies, passkeys and links in mail
    /// [default: http://localhost with the port, where it listens on this machine only]
    #[arg(long, value_name = "ORIGIN", env = "ROCHDALE_ORIGIN", hide_env_values = true)]
    origin: Option<Origin>,
    /// The header in which the web server in front says who asks, for limits: X-Forwarded-For. Only where
    /// nobody gets past that server
    #[arg(long, value_name = "HEADER", env = "ROCHDALE_CLIENT_HEADER", hide_env_values = true)]
    client_header: Option<HeaderName>,
    #[command(flatten)]
    mail: MailOptions,
}

impl Serve {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        let transport = self.mail.transport("none")?;
        let database = context.database().await?;
        let listener = serving::listen(self.listen).await?;
        let address = listener.local_addr().unwrap_or(self.listen);
        let origin = match self.origin {
            Some(origin) => origin,
            None => serving::origin_of(address)?,
        };
        serving::say(&format!("Serving {} on http://{address}", database.place()));
        let entrance =
            Entrance { client_header: self.client_header, ..Entrance::new(origin, way_of(&transport)) };
        serving::serve(database, listener, false, entrance, transport).await?;
        Ok(Answer::new("Ended.\n", json!({ "served": address.to_string() })))
    }
}
