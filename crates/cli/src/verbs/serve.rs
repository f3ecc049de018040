//! `rochdale serve`

use std::net::SocketAddr;

use clap::Args;
use serde_json::json;

use crate::{answer::Answer, context::Context, failure::Failure, serving};

/// Serve the pages and the API of every co-op in the database, until the program is ended
///
/// It speaks plain HTTP; on the open Internet put a web server with HTTPS in front of it, and say
/// --https.
#[derive(Debug, Args)]
pub struct Serve {
    /// The address and port to listen on
    #[arg(long, value_name = "ADDRESS", default_value_t = serving::HERE)]
    listen: SocketAddr,
    /// Browsers reach it by HTTPS, so sign-in cookies are kept to HTTPS
    #[arg(long)]
    https: bool,
}

impl Serve {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        let database = context.database().await?;
        let listener = serving::listen(self.listen).await?;
        let address = listener.local_addr().unwrap_or(self.listen);
        println!("Serving {} on http://{address}", database.place());
        serving::serve(database, listener, false, self.https).await?;
        Ok(Answer::new("Ended.\n", json!({ "served": address.to_string() })))
    }
}
