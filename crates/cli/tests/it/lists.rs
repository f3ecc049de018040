//! Lists, from the command line.

use crate::support::{Desk, rulebook};

const LIST: &str = "Nombre;Apellidos;Correo electrónico;Localidad;Fecha de alta;Tipo\r\n\
    Iñaki;Peña;inaki@example.org;Mataró;03/04/2021;Cooperativista\r\n\
    María;Núñez;maria@example.org;Cádiz;05/06/2022;Cooperativista\r\n\
    ;;;;;\r\n\
    Ana;Ruiz;sin correo;Vigo;07/08/2023;Amigo\r\n";

fn network() -> Desk {
    let desk = Desk::new();
    desk.done(&["init", &rulebook("cooperate-connecticut")]);
    std::fs::write(desk.path("socios.csv"), LIST).unwrap();
    desk
}

#[test]
fn a_list_is_shown_confirmed_and_entered_once() {
    let desk = network();
    let height = desk.height();
    let asked = desk.call(&["list", "import", "socios.csv", "--yes"]);
    assert_eq!(asked.code, 2, "{}", asked.err);
    assert!(
        asked.err.contains("is 03/04/2021 (row 2, Fecha de alta) 2021-04-03 or 2021-03-04?"),
        "{}",
        asked.err
    );
    assert!(asked.err.contains("--meaning \"amigo=CLASS\""), "{}", asked.err);

    let answered = ["list", "import", "socios.csv", "--days", "day-first", "--column", "email="];
    let shown = desk.done(&[&answered[..], &["--dry-run"]].concat());
    assert!(shown.contains("To enter: 2 people, 0 organizations, 2 memberships"), "{shown}");
    assert!(shown.contains("row 5: Tipo: The bylaws know no class called “Amigo”."), "{shown}");
    assert!(shown.ends_with("Nothing was written.\n"), "{shown}");
    let unconfirmed = desk.call(&answered);
    assert_eq!(unconfirmed.code, 2);
    assert!(unconfirmed.err.contains("not confirmed"), "{}", unconfirmed.err);
    assert_eq!(desk.height(), height, "nothing was written until it was confirmed");

    let options = ["--days", "day-first", "--yes"];
    let entered = desk.json(&[&["list", "import", "socios.csv"], &options[..]].concat());
    assert_eq!((&entered["entered"]["people"], &entered["left_out"]), (&2.into(), &1.into()), "{entered}");
    let height = desk.height();
    for twins in ["leave-out", "same", "another"] {
        let again = desk.call(&[&["list", "import", "socios.csv", "--twins", twins], &options[..]].concat());
        assert_eq!(desk.height(), height, "{twins}: {}{}", again.out, again.err);
    }
    let listed = desk.done(&["show", "members"]);
    assert!(listed.contains("Iñaki Peña") && listed.contains("2021-04-03"), "{listed}");
}

#[test]
fn what_is_no_list_is_told() {
    let desk = network();
    std::fs::write(desk.path("book.xlsx"), b"PK\x03\x04").unwrap();
    for (arguments, told) in [
        (&["book.xlsx"][..], "this is no CSV file"),
        (&["none.csv"], "cannot be read"),
        (&["socios.csv", "--column", "shoe=Tipo"], "no field shoe"),
        (&["socios.csv", "--column", "kind=Zapato"], "no column Zapato"),
        (&["socios.csv", "--encoding", "EBCDIC"], "EBCDIC is not read"),
        (&["socios.csv", "--meaning", "amigo"], "VALUE=CLASS"),
    ] {
        let answered = desk.call(&[&["list", "import"], arguments].concat());
        assert_eq!(answered.code, 2, "{arguments:?}");
        assert!(answered.err.contains(told), "{arguments:?}: {}", answered.err);
    }
}

#[test]
fn somebody_without_the_office_enters_nothing() {
    let desk = network();
    desk.done(&["list", "import", "socios.csv", "--days", "day-first", "--yes"]);
    let height = desk.height();
    std::fs::write(desk.path("more.csv"), "Name\nBo Chen\n").unwrap();
    let refused = desk.call(&["list", "import", "more.csv", "--by", "Iñaki", "--yes"]);
    assert_eq!(refused.code, 2, "{}", refused.out);
    assert!(refused.err.contains("row 2: CT-"), "{}", refused.err);
    assert_eq!(desk.height(), height);
}

#[test]
fn lists_go_out_to_files_that_are_never_written_over() {
    let desk = network();
    desk.done(&["list", "import", "socios.csv", "--days", "day-first", "--yes"]);
    desk.done(&["list", "members", "members.csv", "--on", "2022-01-01"]);
    let members = std::fs::read_to_string(desk.path("members.csv")).unwrap();
    assert!(members.contains("inaki@example.org") && !members.contains("maria"), "{members}");
    let again = desk.call(&["list", "members", "members.csv"]);
    assert!(again.code == 2 && again.err.contains("never written over"), "{}", again.err);
    let piped = desk.call(&["list", "members", "-", "--on", "2022-01-01"]);
    assert_eq!((piped.code, &piped.out), (0, &members));
    assert!(piped.err.contains("are in standard output"), "{}", piped.err);
    assert!(!desk.path("-").exists());

    desk.done(&["list", "register", "register.pdf", "--language", "es"]);
    assert!(std::fs::read(desk.path("register.pdf")).unwrap().starts_with(b"%PDF-"));

    let group = |suffix: &str| {
        let (joined, left) = (format!("joined-{suffix}.csv"), format!("left-{suffix}.csv"));
        let told = desk.json(&["list", "group", "todos@example.org", "--joined", &joined, "--left", &left]);
        (
            told,
            std::fs::read_to_string(desk.path(&joined)).unwrap(),
            std::fs::read_to_string(desk.path(&left)).unwrap(),
        )
    };
    let (told, joined, left) = group("1");
    assert_eq!((&told["joined"], &told["left"]), (&2.into(), &0.into()));
    assert!(
        joined.contains("todos@example.org,inaki@example.org,USER,MEMBER\r\n") && left == "Member Email\r\n",
        "{joined}{left}"
    );
    desk.submit(r#"{"command":"end_membership","membership":1,"on":"2024-12-31","basis":"notice"}"#, &[]);
    let (told, joined, left) = group("2");
    assert_eq!(
        (&told["joined"], &told["left"]),
        (&0.into(), &1.into()),
        "recorded late, and told all the same"
    );
    assert!(!joined.contains("inaki") && left.contains("inaki@example.org"), "{joined}{left}");
}
