# 組織由誰代表：頁面、規則、判定、問題。

represents-as-alternate = 代理人
alternates = 代理人
alternates-act = 代理人也可以代表組織行事。仍然只有一票：後投的取代先投的。
alternates-wait = 代理人不能代表組織行事；依章程由正式代表行事。
representative-needed = { $organization }沒有正式代表。在指定之前，沒有人能代表它承諾。
representative-name = 指定正式代表
representative-name-button = 指定
representative-hand-over = 交接給另一位
representative-hand-over-hint = { $person }的最後一日是前一天。
representative-hand-over-button = 交接
alternate-name = 指定代理人
alternate-name-button = 指定
representation-end = 結束：{ $person }
representation-end-button = 在這一天結束
representative-who = 誰
letter-representative-subject = 你代表{ $organization }的一位社員
letter-representative-body = 你好：

    你被指派代表一個加入{ $organization }的組織。代表哪個組織、從哪一天起、有什麼等待回應，都在你的「今天」頁面。用這個電子郵件地址登入，不需要密碼：

    { $address }

    如果你不知道這件事，請告訴{ $organization }的辦事處。

    { $organization }
rule-alternates = { $classes }：除正式代表外，代理人也可以代表社員行事；同一社員資格投了兩次，以後投的為準。
fact-alternate-named = { $party }自{ $from }起是{ $organization }的代理人。
is-alternate-of = { $person }是{ $organization }的代理人。
alternates-do-not-act = 章程沒有條文讓{ $organization }的代理人代表它行事。
represents-already = { $person }自{ $from }起已經代表{ $organization }；請先結束。
nobody-hands-over = { $organization }在{ $day }沒有可以交接的正式代表；請指定一位。
