### 電子郵件：說什麼，以及辦事處看得到寄送結果的頁面。

letter-sign-in-subject = 登入{ $organization }
letter-sign-in-body = 你好：

    有人（希望就是你）要求了登入{ $organization }的連結：

    { $link }

    連結 15 分鐘內有效，只能用一次。如果不是你要求的，什麼都不用做：沒有這封信，誰也進不去。

    { $organization }
letter-test-subject = { $organization }的測試信
letter-test-body = 寄這封信，是為了知道{ $organization }的信能不能寄到。

    寄到了。你什麼都不用做。

    { $organization }
mail-title = 電子郵件
mail-lead = 以合作社名義寄出的信，以及寄送的結果。
mail-none-sent = 這個網站不寄電子郵件：排隊中的信會等著，最後放棄。請從個人頁面製作連結交給本人。
mail-into-folder = 這個網站的信放在這台機器的資料夾裡，不會自己寄到任何人那裡。
mail-nothing = 還沒有任何信件。
mail-count = { $count } 封信
mail-when = 排入時間
mail-whom = 收件人
mail-what = 主旨
mail-how = 結果
mail-status-queued = 等待中
mail-status-sent = 已寄出
mail-status-failed = 被拒收
mail-status-given-up = 已放棄
mail-next = 下次嘗試：{ $at }
mail-test-title = 信寄得到嗎？
mail-test-address = 測試信寄到
mail-test-send = 寄測試信
