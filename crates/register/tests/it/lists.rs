//! What lists leave beside the register.

use rochdale_core::values::{IdSet, PartyId};

use crate::support::{Scratch, instant, on_every_database, slug};

on_every_database! {
    async fn the_key_of_a_co_op_is_its_own_and_stays(scratch: &Scratch) {
        let database = &scratch.database;
        let key = database.list_key(&slug("mill")).await.unwrap();
        assert_eq!(database.list_key(&slug("mill")).await.unwrap(), key);
        assert_ne!(database.list_key(&slug("dairy")).await.unwrap(), key);
        assert_ne!(key, [0; 32]);
    }

    /// With the key one could find out whether a guess at erased details is right.
    async fn the_key_is_forgotten_when_somebody_is_erased(scratch: &Scratch) {
        let database = &scratch.database;
        let (key, dairys) = (database.list_key(&slug("mill")).await.unwrap(), database.list_key(&slug("dairy")).await.unwrap());
        database.erase(&slug("mill"), PartyId(7)).await.unwrap();
        assert_ne!(database.list_key(&slug("mill")).await.unwrap(), key);
        assert_eq!(database.list_key(&slug("dairy")).await.unwrap(), dairys, "another co-op's stays");
    }

    async fn whom_the_group_had_is_kept_in_order(scratch: &Scratch) {
        let (database, mill) = (&scratch.database, slug("mill"));
        assert_eq!(database.group_exports(&mill).await.unwrap(), []);
        let first: IdSet<PartyId> = [1, 2, 3, 9].map(PartyId).into_iter().collect();
        let second: IdSet<PartyId> = [2, 3, 10].map(PartyId).into_iter().collect();
        let by = Some(PartyId(2));
        assert_eq!(database.record_group(&mill, by, instant(0), "all@mill.example", &first).await.unwrap(), 1);
        assert_eq!(database.record_group(&mill, None, instant(60), "all@mill.example", &second).await.unwrap(), 2);
        assert_eq!(database.record_group(&slug("dairy"), None, instant(60), "d@d.example", &second).await.unwrap(), 1);
        let kept = database.group_exports(&mill).await.unwrap();
        assert_eq!(kept.iter().map(|one| (one.number, one.by, one.at)).collect::<Vec<_>>(), [(1, by, instant(0)), (2, None, instant(60))]);
        assert_eq!((&kept[0].people, &kept[1].people), (&first, &second));
        assert_eq!(kept[1].address, "all@mill.example");
    }
}
