//! The stamp of a public form: when it was shown, and that it was shown by us.
//!
//! Anybody may send the form, so programs try to. Three things keep them off without asking a third party and
//! without a riddle that keeps people off too: a field that nobody sees and programs fill in, this stamp, and
//! the limit of [`super::Deed::SendInterest`]. A program must open every form that it sends, and wait as long
//! as somebody who writes; and what it wrote comes back, so that no person's words are lost by it.

use jiff::{SignedDuration, Timestamp};
use rand::Rng;
use rochdale_core::values::RequestId;

/// Less than that nobody takes to fill in a form.
const SECONDS_MIN: SignedDuration = SignedDuration::from_secs(3);
/// After that a form is opened anew, so that one stamp does not serve for ever.
const HOURS_MAX: SignedDuration = SignedDuration::from_hours(24);

/// What stamps are made with. Drawn at the start, and kept nowhere: with a program started anew, forms that
/// were open before are sent once more.
pub struct Stamps([u8; 32]);

/// Why a stamp does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// It is none of ours, or of another form.
    Unknown,
    /// The form was shown a moment ago.
    TooSoon,
    /// The form was shown long ago.
    TooLate,
}

impl Default for Stamps {
    fn default() -> Self {
        Self(rand::rng().random())
    }
}

impl Stamps {
    /// The stamp of a form that is shown now; `form` tells it from others.
    pub fn of(&self, form: &str, now: Timestamp) -> String {
        let shown = now.as_microsecond();
        format!("{shown}.{}", self.seal(form, shown))
    }

    fn seal(&self, form: &str, shown: i64) -> blake3::Hash {
        blake3::keyed_hash(&self.0, format!("{shown} {form}").as_bytes())
    }

    /// What hides the words of a co-op's form behind their hash: nobody's guess, and the same when the same form
    /// is sent again, so that it stays one request.
    pub fn salt(&self, handle: &str, request: RequestId) -> String {
        blake3::keyed_hash(&self.0, format!("salt {handle} {request}").as_bytes()).to_string()
    }

    /// Whether a form was shown by us, long enough ago and not too long.
    pub fn check(&self, form: &str, stamp: &str, now: Timestamp) -> Result<(), Unfit> {
        let (shown, seal) = stamp.split_once('.').ok_or(Unfit::Unknown)?;
        let shown: i64 = shown.parse().map_err(|_| Unfit::Unknown)?;
        let seal = blake3::Hash::from_hex(seal).map_err(|_| Unfit::Unknown)?;
        // Hashes are compared in the same time wherever they differ.
        if seal != self.seal(form, shown) {
            return Err(Unfit::Unknown);
        }
        let at = Timestamp::from_microsecond(shown).map_err(|_| Unfit::Unknown)?;
        let ago = now.duration_since(at);
        if ago < SECONDS_MIN {
            Err(Unfit::TooSoon)
        } else if ago > HOURS_MAX {
            Err(Unfit::TooLate)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_767_225_600 + second).unwrap()
    }

    #[test]
    fn a_form_is_sent_neither_at_once_nor_for_ever() {
        let stamps = Stamps::default();
        let stamp = stamps.of("mill/coop", at(0));
        assert_eq!(stamps.check("mill/coop", &stamp, at(2)), Err(Unfit::TooSoon));
        assert_eq!(stamps.check("mill/coop", &stamp, at(3)), Ok(()));
        assert_eq!(stamps.check("mill/coop", &stamp, at(24 * 3600)), Ok(()));
        assert_eq!(stamps.check("mill/coop", &stamp, at(24 * 3600 + 1)), Err(Unfit::TooLate));
        assert_eq!(stamps.check("mill/coop", &stamp, at(-60)), Err(Unfit::TooSoon));
    }

    #[test]
    fn nobody_makes_a_stamp_but_us() {
        let stamps = Stamps::default();
        let stamp = stamps.of("mill/coop", at(0));
        let (shown, seal) = stamp.split_once('.').unwrap();
        let earlier = format!("{}.{seal}", shown.parse::<i64>().unwrap() - 60_000_000);
        for forged in ["", ".", "0.", "x.y", shown, earlier.as_str(), &format!("{stamp}0")] {
            assert_eq!(stamps.check("mill/coop", forged, at(60)), Err(Unfit::Unknown), "{forged}");
        }
        assert_eq!(stamps.check("mill/partner", &stamp, at(60)), Err(Unfit::Unknown), "another form's");
        assert_eq!(Stamps::default().check("mill/coop", &stamp, at(60)), Err(Unfit::Unknown));
    }
}
