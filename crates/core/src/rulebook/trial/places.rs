//! What is wrong is reported where it stands, once, and with the way to mend it.

use super::{BASE, FRONT, outcome, printed};

/// What is said of the sound rulebook with these files, without the lines of the files.
fn said(files: &[(&str, &str)]) -> Vec<String> {
    let (_, outcome) = outcome(files);
    let line = |one: &crate::rulebook::Diagnostic| {
        let place = &one.place;
        format!("{}:{}:{}+{} {}; {}", place.file, place.line, place.column, place.width, one.says, one.mend)
    };
    outcome.diagnostics.iter().map(line).collect()
}

/// What is said of the front matter with this in place of that.
fn of_front(there: &str, instead: &str) -> Vec<String> {
    assert!(FRONT.contains(there));
    said(&[("00-front.md", &FRONT.replace(there, instead))])
}

/// What is said of a term with this number, in a clause that says nothing else.
fn of_term(number: &str) -> Vec<String> {
    let rule = format!(
        "```toml rule\nkind = \"term\"\nquote = \"Dues are 20\"\nid = \"dues\"\nname = {{ en = \"dues\" }}\n{number}\n```\n"
    );
    said(&[("02-more.md", &format!("# More\n\n## Dues {{#B-01}}\n\nDues are 20.\n\n{rule}"))])
}

#[test]
fn a_wrong_value_of_the_front_matter_is_reported_where_it_stands() {
    assert_eq!(
        of_front("Europe/Madrid", "Europe/Madird"),
        ["00-front.md:8:13+15 there is no time zone `Europe/Madird`; write `Europe/Madrid` if that is meant"]
    );
    assert_eq!(
        of_front("edition = 1", "edition = 0"),
        ["00-front.md:3:11+1 there is no edition 0; count the editions from 1"]
    );
    assert_eq!(
        of_front("[\"en\"]", "[\"es\", \"en\"]"),
        [
            "00-front.md:6:13+12 the binding language does not stand first among the languages; make the first of \
             `languages` the same as `language`"
        ]
    );
}

#[test]
fn a_currency_is_one_that_there_is() {
    assert_eq!(
        of_front("EUR", "QQQ"),
        ["00-front.md:7:12+5 `QQQ` is no currency code; write the currency's ISO 4217 code, like \"TWD\""]
    );
    assert_eq!(
        of_front("EUR", "eur"),
        [
            "00-front.md:7:12+5 `eur` is no currency code; write `EUR` if that is meant, or another code of ISO 4217"
        ]
    );
    assert_eq!(of_front("EUR", "TWD"), Vec::<String>::new());
}

#[test]
fn an_empty_block_is_reported_at_its_fence() {
    let needs = "a rule needs a kind; add `kind = \"...\"`, the name of a kind of rule, in quotes";
    for rest in ["```toml rule", "```toml rule\n", "```toml rule\n```\n", "```toml rule\n```\n\nMore.\n"] {
        let file = format!("# More\n\n## Dues {{#B-01}}\n\nDues are 20.\n\n{rest}");
        assert_eq!(said(&[("02-more.md", &file)]), [format!("02-more.md:7:1+1 {needs}")], "{rest:?}");
    }
}

#[test]
fn a_number_that_is_too_large_is_told_the_largest() {
    for number in ["4294967296", "99999999999999999999", "0x1_0000_0000"] {
        let says = of_term(&format!("days = {number}"));
        let [only] = &says[..] else { panic!("{says:?}") };
        assert!(
            only.starts_with(&format!("02-more.md:12:8+{} `days` is the number", number.len())),
            "{only}"
        );
        assert!(only.contains("a whole number of at most 4294967295 is wanted"), "{only}");
    }
    for number in ["-3", "-99999999999999999999", "2.5"] {
        let says = of_term(&format!("days = {number}"));
        let [only] = &says[..] else { panic!("{says:?}") };
        assert!(only.contains("a whole number that is not negative is wanted"), "{only}");
    }
}

#[test]
fn a_term_says_one_number_and_not_two_or_none() {
    let one = "a term says exactly one number";
    for number in ["", "days = 20\nmonths = 20", "days = 20\nmonths = -1"] {
        assert!(of_term(number).iter().any(|says| says.contains(one)), "{number}: {:?}", of_term(number));
    }
    assert_eq!(of_term("days = 20"), Vec::<String>::new());
}

/// Some editors put a mark before the text that nobody sees.
#[test]
fn a_byte_order_mark_changes_nothing() {
    let marked = |text: &str| format!("\u{feff}{text}");
    let (front, base) = (marked(FRONT), marked(BASE));
    let (bundle, with) = outcome(&[("00-front.md", &front), ("01-basics.md", &base)]);
    assert_eq!(printed(&bundle, &with.diagnostics), "");
    assert_eq!(with.rulebook, outcome(&[]).1.rulebook);
    let (bundle, of_title) = outcome(&[("02-more.md", &marked("## Dues\n\nDues are 20.\n"))]);
    let printed = printed(&bundle, &of_title.diagnostics);
    assert!(printed.contains("--> 02-more.md:1:1\n"), "{printed}");
    assert!(printed.contains("1 | ## Dues\n  | ^^^^^^^\n"), "{printed}");
}
