//! Mail and ways in, from the command line.

use std::{io::Write, net::TcpStream};

use crate::support::Desk;

#[test]
fn a_test_goes_where_mail_goes_and_is_in_the_log() {
    let desk = Desk::founded();
    assert!(desk.done(&["mail", "log"]).contains("No mail has been queued"));
    let said = desk.done(&["mail", "test", "office@example.org", "--mail", "file:mail"]);
    assert!(said.contains("Sent to office@example.org: put into mail/"), "{said}");
    let file = std::fs::read_dir(desk.path("mail")).unwrap().next().unwrap().unwrap().path();
    let mail = std::fs::read_to_string(file).unwrap();
    assert!(mail.contains("To: office@example.org\r\n") && mail.contains("It did."), "{mail}");
    let log = desk.done(&["mail", "log"]);
    assert!(log.contains("sent") && log.contains("office@example.org"), "{log}");
    let told = desk.json(&["mail", "log"]);
    assert_eq!((&told[0]["status"], &told[0]["attempts"][0]["status"]), (&"sent".into(), &"sent".into()));
}

#[test]
fn what_is_not_sent_is_said_and_logged() {
    let desk = Desk::founded();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let way = format!("smtp://{free}");
    let answered = desk.call(&[
        "mail",
        "test",
        "office@example.org",
        "--mail",
        &way,
        "--mail-from",
        "office@mill.example",
    ]);
    assert_eq!(answered.code, 1, "{}", answered.err);
    assert!(
        answered.err.contains("was not sent") && answered.err.contains("Connection refused"),
        "{}",
        answered.err
    );
    assert_eq!(desk.json(&["mail", "log"])[0]["status"], "given-up");
}

#[test]
fn options_that_make_no_sense_or_tell_a_secret_are_turned_away() {
    let desk = Desk::founded();
    for (options, told) in [
        (&["--mail", "smtps://office:secret@mail.example"][..], "command line"),
        (&["--mail", "pigeon"], "no way for mail"),
        (&["--mail", "smtps://mail.example"], "--mail-from"),
        (
            &["--mail", "smtps://mail.example", "--mail-from", "x", "--mail-user", "office"],
            "asks for a password",
        ),
        (&["--mail", "smtps://mail.example", "--mail-from", "x"], "no address for mail to come from"),
        (&["--origin", "http://members.example.org"], "readable"),
        (&["--listen", "0.0.0.0:0"], "--origin"),
    ] {
        let answered = desk.call(&[&["serve"], options].concat());
        assert_eq!(answered.code, 2, "{options:?}: {}", answered.err);
        assert!(answered.err.contains(told), "{options:?}: {}", answered.err);
    }
}

#[test]
fn a_link_made_on_the_command_line_lets_in_once() {
    let desk = Desk::founded();
    let serving = desk.serve(&["serve", "--listen", "127.0.0.1:0"]);
    let link = desk.json(&["link", "Ana"])["link"].as_str().unwrap().to_owned();
    let path = link.strip_prefix("http://localhost:8080").unwrap();
    let (status, page) = serving.get(path);
    assert_eq!(status, 200, "{page}");
    assert!(page.contains("Sign in as Ana"), "{page}");
    let post = || {
        use std::io::Read;
        let mut stream = TcpStream::connect(serving.address()).unwrap();
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    let first = post();
    assert!(first.starts_with("HTTP/1.1 303") && first.contains("location: /coassembly/today"), "{first}");
    assert!(post().starts_with("HTTP/1.1 410"));
    // That it was made stands where Ana sees it, and what is kept of her is told.
    let kept = desk.done(&["show", "kept", "Ana"]);
    assert!(kept.contains("Name: Ana") && kept.contains("beside"), "{kept}");
    desk.submit(r#"{"command":"enter_person","details":{"name":"Ike","salt":"0123456789abcdef"}}"#, &[]);
    desk.submit(r#"{"command":"erase_person","party":3}"#, &[]);
    let erased = desk.call(&["link", "3"]);
    assert_eq!(erased.code, 2, "{}", erased.out);
    assert!(erased.err.contains("details are not erased"), "{}", erased.err);
    assert_eq!(desk.call(&["token", "issue", "3"]).code, 2);
    for nobody in ["Zoe", "99"] {
        assert_eq!(desk.call(&["link", nobody]).code, 2, "{nobody}");
    }
}
