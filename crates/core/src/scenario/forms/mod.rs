//! The table of forms. A sentence is read by the first form that it fits.

mod agreements;
mod applicants;
mod archive;
mod assets;
mod cases;
mod claims;
mod declarations;
mod kept;
mod leaving;
mod membership;
mod offices;
mod proposals;
mod reviews;
mod standing;

use super::Form;

/// Every form of sentence, in the order in which they are tried.
pub fn forms() -> impl Iterator<Item = &'static Form> {
    CHAPTERS.iter().flat_map(|(_, forms)| *forms)
}

/// The forms by what they are about, as the manual has them and as they are tried.
pub(super) const CHAPTERS: &[(&str, &[Form])] = &[
    ("Who is who", membership::FORMS),
    ("Declarations", declarations::FORMS),
    ("Written agreements", agreements::FORMS),
    ("Coming in", applicants::FORMS),
    ("Offices", offices::FORMS),
    ("Cases", cases::FORMS),
    ("Reviews", reviews::FORMS),
    ("Leaving", leaving::FORMS),
    ("Assets", assets::FORMS),
    ("The archive", archive::FORMS),
    ("Duties and standing", standing::FORMS),
    ("What is kept", kept::FORMS),
    ("Proposals, rounds and votes", proposals::FORMS),
    ("What is so", claims::FORMS),
];

#[cfg(test)]
mod tests {
    use super::{super::parse, *};

    #[test]
    fn every_example_is_read_by_its_own_form() {
        for form in forms() {
            let sentence =
                super::super::line::form_of(form.example).unwrap_or_else(|| panic!("{}", form.example));
            assert_eq!(sentence.pattern, form.pattern, "{}", form.example);
            assert!(parse(form.example, 1).is_ok(), "{}", form.example);
        }
    }
}
