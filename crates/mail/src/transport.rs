//! The ways in which mail leaves.

use std::{path::PathBuf, time::Duration};

use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    transport::smtp::{
        authentication::Credentials,
        client::{Tls, TlsParameters},
    },
};

/// How long a server usually has to answer. One that hangs is tried again later.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A way in which mail leaves.
pub enum Transport {
    /// Not at all: mail stays queued until it is given up.
    None,
    /// Into a folder.
    Folder(Folder),
    /// To a server.
    Server(Server),
}

/// A folder that takes each mail as a file.
pub struct Folder {
    /// Where it is.
    pub folder: PathBuf,
    /// From whom mail is.
    pub from: Address,
}

/// A server that takes mail by SMTP.
pub struct Server {
    smtp: AsyncSmtpTransport<Tokio1Executor>,
    patience: Duration,
    /// From whom mail is.
    pub from: Address,
}

/// Why there is no way for mail to leave.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoTransport {
    /// The address says nothing that is understood.
    #[error("this is no way for mail: give smtps://SERVER, smtp://SERVER, file:FOLDER or none")]
    Malformed,
    /// The password stands in the address.
    #[error("a password in an address is read by everybody who sees the command line")]
    HasPassword,
    /// The sender is none.
    #[error("{0} is no address for mail to come from")]
    From(String),
    /// TLS cannot be used.
    #[error("the connection cannot be made safe: {0}")]
    Tls(String),
}

/// What came of handing a mail over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Handed {
    /// It was taken, with these words.
    Taken(String),
    /// It was refused for good, with these words.
    Refused(String),
    /// It was not taken now.
    NotNow(String),
}

impl Server {
    /// The server at `url`: `smtps://HOST[:465]` speaks TLS from the first byte, `smtp://HOST[:587]` turns to
    /// it before anything is said (STARTTLS), and only on this machine itself nothing is hidden. `account` is the
    /// name and password that it knows us by, where it asks; `patience` is how long it has for each answer.
    pub fn new(
        url: &str,
        account: Option<(String, String)>,
        from: &str,
        patience: Duration,
    ) -> Result<Self, NoTransport> {
        let (scheme, rest) = url.split_once("://").ok_or(NoTransport::Malformed)?;
        let rest = rest.trim_end_matches('/');
        if rest.contains('@') {
            return Err(NoTransport::HasPassword);
        }
        let (host, port) = match rest.rsplit_once(':') {
            Some((host, port)) if !rest.ends_with(']') => {
                (host, Some(port.parse::<u16>().map_err(|_| NoTransport::Malformed)?))
            }
            _ => (rest, None),
        };
        let is_plain = |one: char| one.is_alphanumeric() || "-._:[]".contains(one);
        if host.is_empty() || !host.chars().all(is_plain) {
            return Err(NoTransport::Malformed);
        }
        let is_here = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
        let tls = || TlsParameters::new(host.to_owned()).map_err(|error| NoTransport::Tls(error.to_string()));
        let (tls, usual) = match scheme {
            "smtps" => (Tls::Wrapper(tls()?), 465),
            "smtp" if is_here => (Tls::None, 25),
            "smtp" => (Tls::Required(tls()?), 587),
            _ => return Err(NoTransport::Malformed),
        };
        let host = host.trim_matches(['[', ']']);
        let mut smtp = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
            .port(port.unwrap_or(usual))
            .tls(tls)
            .timeout(Some(patience));
        if let Some((name, password)) = account {
            smtp = smtp.credentials(Credentials::new(name, password));
        }
        let from = from.parse().map_err(|_| NoTransport::From(from.to_owned()))?;
        Ok(Self { smtp: smtp.build(), patience, from })
    }

    async fn send(&self, message: Message) -> Handed {
        // The library bounds each answer; a server that says one byte an hour is bounded here.
        let sent = tokio::time::timeout(self.patience * 2, self.smtp.send(message)).await;
        match sent {
            Ok(Ok(answer)) => {
                let words: Vec<&str> = answer.message().collect();
                Handed::Taken(format!("{} {}", answer.code(), words.join(" ")))
            }
            Ok(Err(error)) if error.is_permanent() && !is_about_us(&error) => Handed::Refused(said(&error)),
            Ok(Err(error)) => Handed::NotNow(said(&error)),
            Err(_) => Handed::NotNow("the server took too long".to_owned()),
        }
    }
}

/// Whether the server turned us away, and not the mail: a wrong password is no reason to give up what
/// everybody is to be told.
fn is_about_us(error: &lettre::transport::smtp::Error) -> bool {
    error.status().is_some_and(|code| ["530", "534", "535", "538"].contains(&code.to_string().as_str()))
}

/// The words of the server, or why it was not reached.
fn said(error: &lettre::transport::smtp::Error) -> String {
    use std::error::Error;
    let (mut words, mut inner) = (vec![error.to_string()], error.source());
    while let Some(one) = inner {
        // Many say again what they hold.
        if !words.iter().any(|said| said.contains(&one.to_string())) {
            words.push(one.to_string());
        }
        inner = one.source();
    }
    words.join(": ")
}

impl Folder {
    /// A folder that takes each mail as a file. It is made where it is missing.
    pub fn new(folder: PathBuf, from: &str) -> Result<Self, NoTransport> {
        let from = from.parse().map_err(|_| NoTransport::From(from.to_owned()))?;
        Ok(Self { folder, from })
    }

    async fn put(&self, name: &str, message: &Message) -> Handed {
        let file = self.folder.join(format!("{name}.eml"));
        let put = async {
            tokio::fs::create_dir_all(&self.folder).await?;
            // Under another name first, so that whoever looks never finds half a mail.
            let unready = self.folder.join(format!("{name}.unready"));
            tokio::fs::write(&unready, message.formatted()).await?;
            tokio::fs::rename(&unready, &file).await
        };
        match put.await {
            Ok(()) => Handed::Taken(format!("put into {}", file.display())),
            Err(error) => Handed::NotNow(format!("{} cannot be written: {error}", file.display())),
        }
    }
}

impl Transport {
    /// From whom mail is; `None` where none leaves.
    pub(crate) fn from(&self) -> Option<&Address> {
        match self {
            Transport::None => None,
            Transport::Folder(folder) => Some(&folder.from),
            Transport::Server(server) => Some(&server.from),
        }
    }

    /// Hands a mail over; `name` is that of its file where it becomes one.
    pub(crate) async fn hand(&self, name: &str, message: Message) -> Handed {
        match self {
            Transport::None => Handed::NotNow("no mail leaves from here".to_owned()),
            Transport::Folder(folder) => folder.put(name, &message).await,
            Transport::Server(server) => server.send(message).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_server_is_named_without_its_password() {
        let new = |url: &str| Server::new(url, None, "office@mill.example", PATIENCE).map(drop);
        for url in
            ["smtps://mail.example", "smtp://mail.example:2525", "smtp://127.0.0.1:25/", "smtp://[::1]:2525"]
        {
            assert_eq!(new(url), Ok(()), "{url}");
        }
        assert_eq!(new("smtps://office:secret@mail.example"), Err(NoTransport::HasPassword));
        for url in
            ["", "mail.example", "http://mail.example", "smtp://", "smtp://mail.example:x", "smtp://a b"]
        {
            assert_eq!(new(url), Err(NoTransport::Malformed), "{url}");
        }
        let unsent = Server::new("smtps://mail.example", None, "office\r\n@mill.example", PATIENCE).map(drop);
        assert!(matches!(unsent, Err(NoTransport::From(_))), "{unsent:?}");
    }
}
