//! A mail as it travels: headers and text by RFC 5322.

use jiff::Timestamp;
use lettre::{
    Address, Message,
    message::{
        Mailbox,
        header::{ContentType, Header, HeaderName, HeaderValue},
    },
};
use rochdale_register::{Digest, Mail};

/// Says that a program wrote it, so that no other program answers (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// The mail with `body`, from `from` under the co-op's name. The same mail has the same Message-ID however
/// often it is sent, so that one that arrives twice is known to be one.
pub fn message(mail: &Mail, body: &str, from: &Address, queued: Timestamp) -> Result<Message, String> {
    let to: Address = mail
        .recipient
        .trim()
        .parse()
        .map_err(|error| format!("{} is no address: {error}", mail.recipient))?;
    let id = Digest::of(format!("{}/{}", mail.organization, mail.name).as_bytes());
    let date = std::time::SystemTime::from(queued);
    Message::builder()
        .from(Mailbox::new(Some(one_line(&mail.sender)), from.clone()))
        .to(Mailbox::new(None, to))
        .subject(one_line(&mail.subject))
        .date(date)
        .message_id(Some(format!("<{id}@{}>", from.domain())))
        .header(AutoSubmitted)
        .header(ContentType::TEXT_PLAIN)
        .body(format!("{}\n", body.trim_end()))
        .map_err(|error| format!("it cannot be written as a mail: {error}"))
}

/// A text for a header: whatever would end its line becomes a space.
fn one_line(text: &str) -> String {
    text.split(|one: char| one.is_control() || one.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use rochdale_core::values::Slug;

    use super::*;

    fn mail(recipient: &str, subject: &str, sender: &str) -> Mail {
        Mail {
            organization: Slug::new("mill"),
            name: "notice/1".into(),
            party: None,
            sender: sender.into(),
            recipient: recipient.into(),
            subject: subject.into(),
            body: String::new(),
            has_link: false,
            until: Timestamp::MAX,
        }
    }

    fn written(mail: &Mail) -> Result<String, String> {
        let from = "office@mill.example".parse().unwrap();
        let at = Timestamp::from_second(1_767_225_600).unwrap();
        message(mail, "Hello", &from, at).map(|one| String::from_utf8(one.formatted()).unwrap())
    }

    #[test]
    fn a_mail_says_who_wrote_it_and_that_no_program_is_to_answer() {
        let text = written(&mail("ana@example.org", "Your vote", "The Mill")).unwrap();
        for line in [
            "From: \"The Mill\" <office@mill.example>\r\n",
            "To: ana@example.org\r\n",
            "Subject: Your vote\r\n",
            "Auto-Submitted: auto-generated\r\n",
            "Date: Thu, 01 Jan 2026 00:00:00 +0000\r\n",
            "Content-Type: text/plain; charset=utf-8\r\n",
        ] {
            assert!(text.contains(line), "{line:?} is not in {text}");
        }
        let id = text.split("Message-ID: <").nth(1).unwrap().split('>').next().unwrap();
        assert!(id.ends_with("@mill.example"), "{id}");
        assert_eq!(text, written(&mail("ana@example.org", "Your vote", "The Mill")).unwrap());
    }

    #[test]
    fn no_text_brings_a_header_of_its_own() {
        for address in
            ["ana@example.org\r\nBcc: eve@evil.example", "ana@example.org\nX: y", "a b@example.org", ""]
        {
            written(&mail(address, "x", "y")).unwrap_err();
        }
        let evil = "Hello\r\nBcc: eve@evil.example\r\n\r\nread this\u{85}\u{2028}Bcc: x";
        let text = written(&mail("ana@example.org", evil, evil)).unwrap();
        let head = text.split("\r\n\r\n").next().unwrap();
        assert!(!head.lines().any(|line| line.to_lowercase().starts_with("bcc")), "{head}");
        assert!(!text.contains("\r\nread this"), "{text}");
    }

    #[test]
    fn chinese_travels_as_every_server_takes_it() {
        let text = written(&mail("ana@example.org", "登入共識合作社", "共識合作社")).unwrap();
        assert!(text.is_ascii(), "{text}");
    }
}
