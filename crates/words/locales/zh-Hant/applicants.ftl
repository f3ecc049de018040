### 如何加入：公開表單、回覆者的收件匣、邀請，以及誰承諾了什麼。

interest-title = 加入我們
interest-lead = 告訴我們你有興趣。不需要帳號；送出表單還不是社員，會先有人回覆你、和你談談。
interest-none = 章程沒有開放表單。請和已經參與的人談談。
interest-open = 表達意願：{ $class }
interest-of-class = 入社意願表：{ $class }
interest-form-lead = 只需要你的姓名和聯絡方式。會有人看，並回覆你。
interest-organization = 組織名稱
interest-acts = 請由組織的正式代表填寫，或寫明代表是誰。
interest-organization-hint = 如果是為自己申請，請留空。
interest-kind = 種類
interest-name = 你的姓名
interest-representative = 正式代表的姓名
interest-email = 電子郵件
interest-email-hint = 回覆會寄到這裡，之後的登入連結也是。沒有的話，請在下面寫其他聯絡方式。
interest-reach = 其他聯絡方式
interest-reach-hint = 電話，或可以透過誰找到你。
interest-place = 鄉鎮或城市
interest-text = 其他想說的
interest-trap = 這一欄請留空
interest-send = 送出表單
interest-kept = 你寫的內容只有回覆申請人的人看得到，不寫進登記簿；你要求時就會刪除。
interest-arrived = 已收到你的表單
interest-arrived-what = 會有人看，並回覆你。如果你留了電子郵件，會收到一封確認信；沒收到請看看垃圾信件匣。
interest-trap-is-filled = 有一個看不見的欄位被填了，可能是瀏覽器填的。請再送一次。
interest-sent-too-soon = 表單送出得比任何人寫字都快。請再看一遍，然後再送一次。
interest-shown-long-ago = 表單開著很久了。你寫的都還在，請再送一次。
interest-too-many = 從你所在的地方來了很多表單。請在 { $minutes } 分鐘後再送一次。
applicants = 申請人
applicants-lead = 誰想加入、走到哪一步、等了多久。
applicants-none = 這裡沒有人在等。
applicants-open = 等待中
applicants-count = { $count } 位申請人
applicant = 申請人
applicant-asks-for = 申請類別
applicant-stage = 進度
applicant-age = 經過時間
applicant-owner = 由誰回覆
applicant-nobody = 還沒有人
applicant-erased = 申請人 { $number }（已刪除）
applicant-form-erased = 所送的內容已刪除。
applicant-days = { $days ->
    [0] 今天
   *[other] { $days } 天
}
applicant-at-stage = { $days ->
    [0] 今天開始
   *[other] 已 { $days } 天
}
applicant-sent = { $days ->
    [0] 今天送出
   *[other] { $days } 天前送出
}
applicant-form = 所填內容
applicant-commits = 請其承諾的文件
applicant-happened = 經過
applicant-moved = 進度：{ $stage }
applicant-assigned = 此後由{ $person }回覆
applicant-noted = 一則備註
applicant-note = 寫備註
applicant-note-text = 備註
applicant-note-hint = 只有回覆申請人的人看得到，會隨申請人的資料一起刪除。
applicant-note-button = 儲存備註
applicant-assign = 指定由誰回覆
applicant-assign-button = 交給這個人
applicant-move = 改變進度
applicant-move-button = 改變
applicant-declined-what = 留有電子郵件的，會寄信告知。
applicant-invite = 邀請承諾
applicant-invite-what = 對方會列入登記簿、可以登入，並被請求承諾社員所承諾的文件。連結會寄到對方留的電子郵件；沒有的話，會給你看一次連結，請交給本人。
applicant-invite-button = 邀請
applicant-person = 如果此人已在登記簿上，是誰
applicant-organization = 如果此組織已在登記簿上，是哪一個
applicant-person-hint = 新的人或組織請留空。
applicant-admit = 接納
applicant-admit-what = 需要承諾的都齊了，就從今天起接納。
applicant-admit-button = 接納
applicant-basis = 入社意願表 { $number }
applicant-erase = 刪除所送內容
applicant-erase-what = 表單、備註，以及登記簿旁的個人資料，都會永久刪除；曾有這份表單一事會留下。
applicant-erase-button = 刪除
applicant-stage-new = 新收到
applicant-stage-talking = 洽談中
applicant-stage-invited = 已邀請承諾
applicant-stage-admitted = 已加入
applicant-stage-declined = 未接納
applicant-stage-withdrawn = 已撤回
today-applicants = 等待回覆的申請人
joining-title = 你受邀加入：{ $class }
joining-what = 請讀每份文件並表示承諾，之後就可以接納你。
joining-done = 都齊了。接下來由回覆你的人處理。
joining-nothing-asked = 沒有需要承諾的文件。
joining-withdraw-title = 我決定不加入了
joining-withdraw = 撤回申請
commitments = 承諾
commitments-lead = 誰承諾了哪份文件的哪一版、誰還沒有、各自從何時被請求。
commitments-none = 還沒有公布任何文件。
commitments-version = 第 { $version } 版
commitments-since = 自 { $day }起施行
commitments-count = { $all } 人中 { $done } 人
commitments-coming = 尚未施行
commitments-of = { $document }，第 { $version } 版
commitments-past = 已有較新的版本施行。以下是最後被請求承諾這一版的人與組織。
commitments-nobody = 沒有人被請求承諾。
commitments-text = 閱讀全文
commitments-who = 誰
commitments-asked-since = 請求起始日
commitments-committed = 承諾日期
commitments-not-yet = 還沒有
the-visitor = 訪客
power-answer-applicants = 閱讀申請人所送的內容、回覆並邀請
refusal-applicant_must_be_open = 對方已不再申請加入
may-not-answer = { $person }不負責回覆申請人。
applicant-is-admitted = 申請人 { $applicant } 已於 { $at } 加入。
applicant-is-closed = 申請人 { $applicant } 於{ $at }未獲接納，或已撤回。
take-them-up-again = 請先改回洽談中。
form-does-not-ask = 表單沒有問 { $asked }。
answer-is-too-long = 這裡最多 { $most } 個字，簡短的回答請寫在一行。
form-is-for-people = 這份表單是給個人的；組織名稱請留空。
organization-is-empty = 請寫組織名稱。
nobody-can-answer = 請留電子郵件，或寫其他聯絡方式。
class-has-no-form = { $class }不以表單申請。
people-send-forms = 表單由個人以自己的身分送出。
visitors-send-forms = 沒有帳號的人只能送出入社意願表。
no-such-applicant = 沒有申請人 { $applicant }。
stage-comes-otherwise = 邀請與接納會帶來那些進度；請改為洽談中、未接納或已撤回。
form-is-erased = 申請人 { $applicant } 所送的內容已刪除。
details-are-erased = 此人的資料已刪除。
person-has-no-details = 登記簿裡沒有 { $party } 的資料：請先把此人列入登記簿，或邀請此人，再予接納。
rule-interest = 想成為{ $classes }的人，可以用公開表單表示，不需要帳號。
rule-interest-asks = 除了身分與聯絡方式，還會問：{ $asks }
fact-interest-sent = 有人送出入社意願表：{ $class }。
fact-applicant-noted = 為申請人 { $applicant } 寫了備註。
fact-applicant-assigned = 此後由{ $party }回覆申請人 { $applicant }。
fact-applicant-moved = 申請人 { $applicant }：{ $stage }。
fact-applicant-invited = 申請人 { $applicant } 是{ $party }，已受邀承諾。
letter-arrival-subject = { $organization }已收到你的表單
letter-arrival-body = 你好：

    有人填了{ $organization }的入社意願表，並留了這個電子郵件。如果是你：表單已經收到，會有人回覆你。

    如果不是你，什麼都不用做，不會有任何後續。

    { $organization }
letter-invitation-subject = { $organization }邀請你加入
letter-invitation-body = 你好：

    { $organization }邀請你加入：{ $class }。請登入閱讀參與者所承諾的文件，並表示承諾：

    { $link }

    連結 15 分鐘內有效，只能用一次。之後隨時可以用這個電子郵件到 { $address } 再要一個。

    { $organization }
letter-admission-subject = 歡迎加入{ $organization }
letter-admission-body = 你好：

    你已加入{ $organization }：{ $class }。進行中的事和需要你做的事都在你的「今天」頁面：

    { $address }

    { $organization }
letter-declined-subject = 關於你給{ $organization }的表單
letter-declined-body = 你好：

    謝謝你對{ $organization }有興趣。這次沒有接納。和你談過的人可以說明更多，你之後也可以再申請。

    { $organization }
