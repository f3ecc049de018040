//! Several co-ops in one database.

use std::sync::Arc;

use rochdale_core::command::By;
use rochdale_register::{Answer, Clock, SystemClock};

use crate::support::{Scratch, clock, done, enter, on_every_database, registers, request, rulebook, slug};

on_every_database! {
    async fn each_co_op_has_a_book_of_its_own(scratch: &Scratch) {
        let clock = clock();
        let first = registers(&scratch.database, &clock).await;
        assert!(first.all().is_empty());
        done(first.found(request(1), slug("mill"), rulebook()).await);
        done(first.found(request(1), slug("dairy"), rulebook()).await);
        let mill = first.registrar(&slug("mill")).unwrap();
        done(mill.submit(By::Desk, request(2), enter("Bakery")).await);

        let handles: Vec<_> = first.all().iter().map(|registrar| registrar.organization().to_string()).collect();
        assert_eq!(handles, ["dairy", "mill"]);
        assert_eq!(first.registrar(&slug("dairy")).unwrap().head().height, 1);
        assert!(first.registrar(&slug("bank")).is_none());

        let again = registers(&scratch.database, &clock).await;
        assert_eq!(again.registrar(&slug("mill")).unwrap().head(), mill.head());
    }

    async fn a_handle_is_taken_once(scratch: &Scratch) {
        let registers = registers(&scratch.database, &clock()).await;
        let first = done(registers.found(request(1), slug("mill"), rulebook()).await);

        assert_eq!(done(registers.found(request(1), slug("mill"), rulebook()).await), first);
        let other = registers.found(request(2), slug("mill"), rulebook()).await;
        assert!(matches!(other, Answer::Malformed(_)), "{other:?}");
        let nameless = registers.found(request(3), slug("The Mill"), rulebook()).await;
        assert!(matches!(nameless, Answer::Malformed(_)), "{nameless:?}");
        assert_eq!(scratch.database.organizations().await.unwrap(), [slug("mill")]);
        assert_eq!(registers.all().len(), 1);
    }

    async fn a_book_founded_elsewhere_is_found_as_time_passes(scratch: &Scratch) {
        let clock = clock();
        let (here, there) = (registers(&scratch.database, &clock).await, registers(&scratch.database, &clock).await);
        done(there.found(request(1), slug("mill"), rulebook()).await);
        assert!(here.registrar(&slug("mill")).is_none());

        here.tick().await;
        done(there.registrar(&slug("mill")).unwrap().submit(By::Desk, request(2), enter("Bakery")).await);
        here.tick().await;

        assert_eq!(here.registrar(&slug("mill")).unwrap().head().height, 2);
    }
}

#[test]
fn the_machines_clock_goes() {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let before = jiff::Timestamp::now();
    assert!(clock.now() >= before);
}
