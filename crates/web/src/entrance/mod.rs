//! The way in: where the site is, how people are reached, how often somebody may knock.

mod device;
mod limits;
mod origin;
mod stamp;

use std::net::{IpAddr, SocketAddr};

use axum::http::{HeaderMap, HeaderName};
use rochdale_passkeys::Passkeys;

pub use self::{
    device::device,
    limits::{Deed, Limits},
    origin::{NotAnOrigin, Origin},
    stamp::{Stamps, Unfit},
};

/// How mail leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailWay {
    /// Not at all.
    None,
    /// Into a folder on the machine, from which somebody hands it over.
    Folder,
    /// To a server that brings it to people.
    Server,
}

/// What signing in stands on.
pub struct Entrance {
    /// Where the site is, for links in mail and for passkeys. Never what a request says of it.
    pub origin: Origin,
    /// How mail leaves.
    pub mail: MailWay,
    /// The header in which the web server in front names who asks; without one, whoever is connected does.
    pub client_header: Option<HeaderName>,
    /// How often somebody may knock.
    pub limits: Limits,
    /// When public forms were shown.
    pub stamps: Stamps,
    /// The passkeys of this site; `None` where its name is one that browsers make none for.
    pub passkeys: Option<Passkeys>,
}

impl Entrance {
    /// The entrance of a site at `origin`, whose mail leaves that way.
    pub fn new(origin: Origin, mail: MailWay) -> Self {
        let passkeys = Passkeys::at(origin.as_str()).ok();
        Self {
            origin,
            mail,
            client_header: None,
            limits: Limits::default(),
            stamps: Stamps::default(),
            passkeys,
        }
    }

    /// Whether browsers reach the site by HTTPS, so that cookies may be kept to it.
    pub fn is_https(&self) -> bool {
        self.origin.is_https()
    }

    /// The address from which somebody asks, as far as limits tell addresses apart. A header is believed
    /// only where the site is told which; of several addresses in it the last is the one that the web server
    /// in front has seen for itself.
    pub fn client(&self, headers: &HeaderMap, connected: Option<SocketAddr>) -> String {
        let named = self.client_header.as_ref().and_then(|name| {
            let value = headers.get_all(name).iter().next_back()?.to_str().ok()?;
            value.rsplit(',').next()?.trim().parse::<IpAddr>().ok()
        });
        named.or(connected.map(|connected| connected.ip())).map_or_else(String::new, household)
    }
}

/// An address, or of a long one the part that one household has: whoever has one of those has 2^64.
fn household(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entrance(header: Option<&'static str>) -> Entrance {
        let origin = Origin::new("http://localhost:8080").unwrap();
        Entrance {
            client_header: header.map(HeaderName::from_static),
            ..Entrance::new(origin, MailWay::None)
        }
    }

    fn headers(values: &[&str]) -> HeaderMap {
        let name = HeaderName::from_static("x-forwarded-for");
        values.iter().map(|value| (name.clone(), value.parse().unwrap())).collect()
    }

    #[test]
    fn a_header_is_believed_only_where_the_site_is_told_which() {
        let connected = Some("203.0.113.9:4000".parse().unwrap());
        let forged = headers(&["198.51.100.1"]);
        assert_eq!(entrance(None).client(&forged, connected), "203.0.113.9");
        assert_eq!(entrance(Some("x-real-ip")).client(&forged, connected), "203.0.113.9");
        assert_eq!(entrance(Some("x-forwarded-for")).client(&forged, connected), "198.51.100.1");
    }

    #[test]
    fn what_a_client_wrote_into_the_header_itself_counts_for_nothing() {
        let behind = entrance(Some("x-forwarded-for"));
        let connected = Some("127.0.0.1:4000".parse().unwrap());
        for forged in [vec!["1.1.1.1, 2.2.2.2, 198.51.100.1"], vec!["1.1.1.1", "198.51.100.1"]] {
            assert_eq!(behind.client(&headers(&forged), connected), "198.51.100.1", "{forged:?}");
        }
        assert_eq!(behind.client(&headers(&["nonsense"]), connected), "127.0.0.1");
        assert_eq!(behind.client(&HeaderMap::new(), None), "");
    }

    #[test]
    fn a_household_is_one() {
        let of = |text: &str| household(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), of("2001:db8:1:2::9"));
        assert_ne!(of("2001:db8:1:2::9"), of("2001:db8:1:3::9"));
        assert_eq!(of("::ffff:203.0.113.9"), "203.0.113.9");
    }
}
