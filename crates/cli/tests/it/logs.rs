//! What the program logs: no name, no address, nothing that anybody wrote, and nothing that lets anybody in.

use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
};

use crate::support::{Desk, Serving};

const NAME: &str = "Zqanouk";
const ADDRESS: &str = "zqmailbox@example.org";
const WORDS: &str = "zqletters";

/// Sends a request as a browser or a program does, and gives the whole answer.
fn ask(serving: &Serving, head: &str, headers: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(serving.address()).unwrap();
    let host = serving.address();
    let length = body.len();
    write!(
        stream,
        "{head} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
    )
    .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

/// Everything that somebody does in a day, in which names, addresses, words and secrets go back and forth.
fn a_day(serving: &Serving, link: &str, cookie: &str, token: &str, day: u32) {
    let id = |number: u32| format!("018f0000-0000-7000-8000-{:012}", 10 * day + number);
    ask(serving, "POST /sign-in/mail", "", "email=zqmailbox%40example.org");
    ask(serving, &format!("GET {link}"), "", "");
    for path in ["/coassembly/today", "/coassembly/account/kept", "/coassembly/account/kept/data.json"] {
        ask(serving, &format!("GET {path}?name={NAME}"), cookie, "");
    }
    let words = format!("request={}&kind=complaint&about=2&said={WORDS}", id(1));
    ask(serving, "POST /coassembly/cases", cookie, &words);
    let fields = format!("name={NAME}+{day}&email=zqmailbox%40example.org&place=");
    let corrected = format!("request={}&{fields}", id(2));
    ask(serving, "POST /coassembly/account/kept/correct", cookie, &corrected);
    ask(serving, &format!("GET /api/v1/coassembly/members?search={NAME}"), token, "");
    ask(serving, &format!("GET /api/v1/coassembly/register/entries?search={NAME}"), token, "");
    ask(serving, "POST /api/v1/coassembly/commands", token, &format!(r#"{{"command":"{WORDS}"}}"#));
}

#[test]
fn no_line_of_the_log_has_a_name_an_address_words_or_a_secret() {
    let desk = Desk::founded();
    let details = format!(
        r#"{{"command":"correct_details","party":1,"details":{{"name":"{NAME}","email":"{ADDRESS}","salt":"0123456789abcdef"}}}}"#
    );
    desk.submit(&details, &[]);
    let mail = format!("file:{}", desk.path("mail").display());
    fs::create_dir(desk.path("mail")).unwrap();
    let options = ["serve", "--listen", "127.0.0.1:0", "--mail", &mail, "--mail-from", "desk@example.org"];
    let serving = desk.serve_logging(&options, "log");
    let made = |who: &str| desk.json(&["link", who])["link"].as_str().unwrap().to_owned();
    let link = made(NAME).strip_prefix("http://localhost:8080").unwrap().to_owned();
    let signed_in = ask(&serving, &format!("POST {link}"), "", "");
    let session =
        signed_in.split("set-cookie: session=").nth(1).unwrap().split(';').next().unwrap().to_owned();
    let token =
        desk.json(&["token", "issue", NAME, "--label", "zqlabel"])["token"].as_str().unwrap().to_owned();
    let (cookie, bearer) =
        (format!("Cookie: session={session}\r\n"), format!("Authorization: Bearer {token}\r\n"));
    let again = made(NAME).strip_prefix("http://localhost:8080").unwrap().to_owned();
    a_day(&serving, &again, &cookie, &bearer, 1);
    let kept = ask(&serving, "GET /coassembly/account/kept", &cookie, "");
    assert!(kept.contains(NAME) && kept.contains(WORDS), "the day was lived: {kept}");
    // The machine fails, and each failure is logged with where it was.
    let file = desk.path("rochdale.db");
    let length = usize::try_from(fs::metadata(&file).unwrap().len()).unwrap();
    fs::write(&file, vec![0x5a; length]).unwrap();
    a_day(&serving, &again, &cookie, &bearer, 2);
    fs::remove_file(&file).unwrap();
    a_day(&serving, &again, &cookie, &bearer, 3);
    serving.end();

    let log = fs::read_to_string(desk.path("log")).unwrap();
    assert!(log.contains("ERROR") && log.lines().count() > 20, "nothing was logged: {log}");
    let secret = |link: &str| link.rsplit('/').next().unwrap().to_owned();
    let hidden = [
        NAME.to_owned(),
        ADDRESS.to_owned(),
        "zqmailbox".to_owned(),
        WORDS.to_owned(),
        "zqlabel".to_owned(),
        session,
        token,
        secret(&link),
        secret(&again),
    ];
    for hidden in hidden {
        let found = log.lines().find(|line| line.contains(&hidden));
        assert_eq!(found, None, "{hidden} is logged");
    }
}
