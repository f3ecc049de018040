//! `rochdale demo`

use std::{net::SocketAddr, path::PathBuf, time::Instant};

use clap::Args;
use jiff::Timestamp;
use rochdale_core::values::Slug;
use rochdale_mail::Transport;
use rochdale_register::{Database, Registers, SystemClock};
use rochdale_web::entrance::Entrance;
use serde_json::json;

use crate::{
    answer::Answer,
    context::Context,
    demo,
    failure::Failure,
    mail::{MailOptions, way_of},
    serving,
};

/// Fill a fresh database with two co-ops and a year of their life, and serve it
///
/// Everybody in it is made up. On the page /demo one can be any of them.
#[derive(Debug, Args)]
pub struct Demo {
    /// The folder for the database, which must not hold one yet [default: a new temporary one]
    #[arg(long, value_name = "FOLDER")]
    directory: Option<PathBuf>,
    /// The address and port to listen on; where the port is taken, the next free one is used
    #[arg(long, value_name = "ADDRESS", default_value_t = serving::HERE)]
    listen: SocketAddr,
    #[command(flatten)]
    mail: MailOptions,
}

impl Demo {
    pub async fn run(self, _: &Context) -> Result<Answer, Failure> {
        let folder = self.folder()?;
        let file = folder.join("rochdale.db");
        if file.exists() {
            return Err(Failure::not_understood(
                "there already is a database here",
                file.display().to_string(),
                format!(
                    "name another folder, or look at it with `rochdale serve --database sqlite:{}`",
                    file.display()
                ),
            ));
        }
        let mails = folder.join("mail");
        let transport = self.mail.transport(&format!("file:{}", mails.display()))?;
        let url = format!("sqlite:{}", file.display());
        let database = Database::open(&url).await?;
        let begun = Instant::now();
        let requests = demo::fill(&database, Timestamp::now()).await?;
        serving::say(&format!(
            "Two co-ops, a year of their life: {requests} requests in {} ms.",
            begun.elapsed().as_millis()
        ));
        let listener = self.listen().await?;
        let address = listener.local_addr().unwrap_or(self.listen);
        let blocked = blocked(&database).await?;
        serving::say(&format!(
            "\n  http://{address}/                       the two co-ops\n  \
             http://{address}/demo                   be anybody in them\n  \
             http://{address}/coassembly             seven designers in Taipei who decide by consensus\n  \
             http://{address}/cooperate-connecticut  a network of co-ops, partners and people\n\n\
             A refusal to look at: be 張家豪 Chang Chia-Hao on /demo, open\n  \
             http://{address}/coassembly/proposals/{blocked}\n\
             and call a vote. It is in its second round, and GOV-06 asks for three.\n\n\
             The database is {}. Ctrl+C ends it.",
            file.display()
        ));
        if let Transport::Folder(folder) = &transport {
            serving::say(&format!("Mail goes into {}.", folder.folder.display()));
        }
        let entrance = Entrance::new(serving::origin_of(address)?, way_of(&transport));
        serving::serve(database, listener, true, entrance, transport).await?;
        Ok(Answer::new(format!("Ended. The database stays: {url}\n"), json!({ "database": url })))
    }

    fn folder(&self) -> Result<PathBuf, Failure> {
        let new =
            || std::env::temp_dir().join(format!("rochdale-demo-{}", Timestamp::now().as_millisecond()));
        let folder = self.directory.clone().unwrap_or_else(new);
        std::fs::create_dir_all(&folder).map_err(|error| {
            Failure::not_understood(
                format!("the folder cannot be made: {error}"),
                folder.display().to_string(),
                "name another one with --directory",
            )
        })?;
        Ok(folder)
    }

    /// Listens at the address, or where its port is taken at the next one that is free.
    async fn listen(&self) -> Result<tokio::net::TcpListener, Failure> {
        let mut address = self.listen;
        for _ in 0..20 {
            match serving::listen(address).await {
                Ok(listener) => {
                    if address != self.listen {
                        serving::say(&format!(
                            "Port {} is taken; this is port {}.",
                            self.listen.port(),
                            address.port()
                        ));
                    }
                    return Ok(listener);
                }
                Err(failure) if address.port() == u16::MAX => return Err(failure),
                Err(_) => address.set_port(address.port() + 1),
            }
        }
        serving::listen(address).await
    }
}

/// The number of the proposal that is blocked in round 2.
async fn blocked(database: &Database) -> Result<String, Failure> {
    let registers = Registers::open(database.clone(), std::sync::Arc::new(SystemClock)).await?;
    let state =
        registers.registrar(&Slug::new("coassembly")).map(|registrar| registrar.state()).unwrap_or_default();
    let found = state.proposals().find(|proposal| proposal.draft.title == demo::BLOCKED);
    Ok(found.map(|proposal| proposal.id.to_string()).unwrap_or_default())
}
