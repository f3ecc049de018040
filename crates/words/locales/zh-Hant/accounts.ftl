### 登入與示範。

demo-title = 示範
demo-invites = 扮演任何一個合作社的任何社員，看看章程讓他們做什麼。
demo-open = 選擇要扮演誰
demo-lead = 選一個人來扮演。這裡沒有真人，資料也不會離開這台機器。
sign-in-lead = 貼上合作社給你的權杖。
token = 權杖
token-hint = 64 個字母和數字。拿到的人就能以你的名義行事，請自己保管好。
token-wrong = 這裡不認得這個權杖，或已經失效。
