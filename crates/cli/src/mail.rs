//! How mail leaves, as the options say.

use std::path::PathBuf;

use clap::Args;
use rochdale_mail::{Folder, NoTransport, PATIENCE, Server, Transport};
use rochdale_web::entrance::MailWay;

use crate::failure::Failure;

/// From whom mail is that only goes into a folder.
const FROM_HERE: &str = "rochdale@localhost";

/// How mail leaves.
#[derive(Debug, Args)]
#[command(next_help_heading = "Mail")]
pub struct MailOptions {
    /// How mail leaves: smtps://SERVER (TLS), smtp://SERVER (STARTTLS; plain on this machine only),
    /// file:FOLDER (a file each) or none
    #[arg(long, value_name = "WAY", env = "ROCHDALE_MAIL", hide_env_values = true)]
    mail: Option<String>,
    /// The address that mail comes from
    #[arg(long, value_name = "ADDRESS", env = "ROCHDALE_MAIL_FROM", hide_env_values = true)]
    mail_from: Option<String>,
    /// The name by which the server of mail knows us, if it asks
    #[arg(long, value_name = "NAME", env = "ROCHDALE_MAIL_USER", hide_env_values = true)]
    mail_user: Option<String>,
    /// The file with the password for it; or the environment's ROCHDALE_MAIL_PASSWORD is the password
    #[arg(long, value_name = "FILE", env = "ROCHDALE_MAIL_PASSWORD_FILE", hide_env_values = true)]
    mail_password_file: Option<PathBuf>,
}

impl MailOptions {
    /// The way that the options name, or `otherwise` where they name none.
    pub fn transport(&self, otherwise: &str) -> Result<Transport, Failure> {
        let way = self.mail.as_deref().unwrap_or(otherwise);
        let made = match way.split_once(':') {
            None if way == "none" => return Ok(Transport::None),
            Some(("file", folder)) if !folder.is_empty() => {
                let from = self.mail_from.as_deref().unwrap_or(FROM_HERE);
                Folder::new(PathBuf::from(folder), from).map(Transport::Folder)
            }
            _ => Server::new(way, self.account()?, self.mail_from.as_deref().unwrap_or_default(), PATIENCE)
                .map(Transport::Server),
        };
        made.map_err(|error| {
            let (place, mend) = match &error {
                NoTransport::HasPassword => (
                    "--mail".to_owned(),
                    "name the server alone, the user with --mail-user, and the password in --mail-password-file or \
                     ROCHDALE_MAIL_PASSWORD",
                ),
                NoTransport::From(_) if self.mail_from.is_none() => {
                    return Failure::not_understood(
                        "mail comes from somebody",
                        "--mail-from",
                        "say from which address, with --mail-from or ROCHDALE_MAIL_FROM",
                    );
                }
                NoTransport::From(_) => ("--mail-from".to_owned(), "give an address such as office@example.org"),
                _ => (format!("--mail {way}"), "for example smtps://mail.example.org, file:/var/spool/rochdale, or none"),
            };
            Failure::not_understood(error.to_string(), place, mend)
        })
    }

    /// The name and the password by which the server knows us.
    fn account(&self) -> Result<Option<(String, String)>, Failure> {
        let Some(user) = self.mail_user.clone() else { return Ok(None) };
        let password = match &self.mail_password_file {
            Some(file) => std::fs::read_to_string(file).map_err(|error| {
                Failure::not_readable(format!("--mail-password-file {}", file.display()), &error)
            })?,
            None => std::env::var("ROCHDALE_MAIL_PASSWORD").map_err(|_| {
                Failure::not_understood(
                    "the server asks for a password too",
                    "--mail-user",
                    "put it into a file and name that with --mail-password-file, or into ROCHDALE_MAIL_PASSWORD",
                )
            })?,
        };
        Ok(Some((user, password.trim_end_matches(['\r', '\n']).to_owned())))
    }
}

/// What pages say of the way that mail leaves.
pub fn way_of(transport: &Transport) -> MailWay {
    match transport {
        Transport::None => MailWay::None,
        Transport::Folder(_) => MailWay::Folder,
        Transport::Server(_) => MailWay::Server,
    }
}
