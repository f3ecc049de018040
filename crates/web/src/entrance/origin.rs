//! Where the site is.

use std::{fmt, str::FromStr};

use axum::http::{
    Uri,
    uri::{PathAndQuery, Scheme},
};

/// The site as browsers call it: scheme, name and, where it is not the usual one, port. Plain HTTP only
/// on the machine itself: a session that travels readable is anybody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

/// Why a text is no origin for a site.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAnOrigin {
    /// It is none at all.
    #[error(
        "this is not where a site is: give scheme and name and nothing more, for example https://members.example.org"
    )]
    Malformed,
    /// It is one, but not safe.
    #[error("sessions would travel readable: give an address with https://, or one of this machine itself")]
    Readable,
}

impl Origin {
    /// Reads an origin.
    pub fn new(text: &str) -> Result<Self, NotAnOrigin> {
        let uri = Uri::from_str(text).map_err(|_| NotAnOrigin::Malformed)?;
        let host = uri.host().ok_or(NotAnOrigin::Malformed)?;
        let authority = uri.authority().map_or("", |authority| authority.as_str());
        let is_bare = uri.path_and_query().is_none_or(|path| *path == PathAndQuery::from_static("/"));
        if !is_bare || authority.contains('@') {
            return Err(NotAnOrigin::Malformed);
        }
        let scheme = uri.scheme().ok_or(NotAnOrigin::Malformed)?;
        let is_here = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
        if *scheme != Scheme::HTTPS && *scheme != Scheme::HTTP {
            return Err(NotAnOrigin::Malformed);
        }
        if *scheme == Scheme::HTTP && !is_here {
            return Err(NotAnOrigin::Readable);
        }
        let usual = if *scheme == Scheme::HTTPS { ":443" } else { ":80" };
        let authority = authority.strip_suffix(usual).unwrap_or(authority);
        Ok(Self(format!("{scheme}://{}", authority.to_ascii_lowercase())))
    }

    /// The origin as browsers write it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is reached by HTTPS.
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https:")
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Origin {
    type Err = NotAnOrigin;

    fn from_str(text: &str) -> Result<Self, NotAnOrigin> {
        Self::new(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_written_as_browsers_write_it() {
        for (given, written) in [
            ("https://members.example.org", "https://members.example.org"),
            ("https://Members.Example.org:443/", "https://members.example.org"),
            ("https://members.example.org:8443", "https://members.example.org:8443"),
            ("http://localhost:8080", "http://localhost:8080"),
            ("http://127.0.0.1:80", "http://127.0.0.1"),
            ("http://[::1]:8080", "http://[::1]:8080"),
        ] {
            assert_eq!(Origin::new(given).unwrap().as_str(), written);
        }
    }

    #[test]
    fn what_is_unsafe_or_no_origin_is_turned_away() {
        for readable in ["http://members.example.org", "http://localhost.evil.example", "http://192.0.2.1"] {
            assert_eq!(Origin::new(readable), Err(NotAnOrigin::Readable), "{readable}");
        }
        for wrong in [
            "",
            "members.example.org",
            "ftp://members.example.org",
            "https://members.example.org/here",
            "https://ana@members.example.org",
            "https://members.example.org/?x",
            "javascript:alert(1)",
        ] {
            assert_eq!(Origin::new(wrong), Err(NotAnOrigin::Malformed), "{wrong}");
        }
    }
}
