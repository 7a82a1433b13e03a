/** Words that say what is done with figures, apart from what the semantic model names. */

/** A development over time. */
export const trend =
  /추이|추세(?!(?:로|대로)?\s*(?:가|면))|흐름|변화|변동|트렌드|(?<![a-z])(?:trends?|over\s+time|development|evolution|history\s+of\s+sales)(?![a-z])/gu;

/** Something was sold, without a word for sales. */
export const soldVerb =
  /(?<![가-힣])(?:팔(?=[린렸았아고려리])|판매된|판매한|구매한|구입한|사\s*[간갔가]|사는(?![가-힣])|산(?=\s*(?:거래처|병원|약국|의원|곳))|[판산](?=\s*적)|판(?=\s*(?:거래처|제품|품목|사람|담당|곳|데))|나간|나갔|나가는|가져[간갔가])[가-힣]*|(?<![가-힣])파는(?=\s*(?:거래처|제품|품목|약|것|거|게))|(?<![a-z])(?:sold|sell(?:s|ing)?|bought|buy(?:s|ing)?|purchased?|ordered)(?![a-z])/gu;

export const growth =
  /(?:성장|증가|증감|신장|감소|하락|상승)\s*(?:률|율|폭|세|액|량)|증감|(?<![a-z])growth(?:\s+rate)?(?![a-z])/gu;
export const increase =
  /(?<![가-힣])(?:늘(?=[어었고려린면]|\s)|올라|오른|올랐|좋아|나아)[가-힣]*|(?<=[이가]\s)는(?=\s)|(?:증가|상승|성장|급증|신장|호전|개선)[가-힣]*|(?<![a-z])(?:increas(?:e|es|ed|ing)|grew|grow(?:n|ing|s)?|gain(?:s|ed)?|rise|rose|risen)(?![a-z])/gu;
export const decrease =
  /(?<![가-힣])(?:줄(?=[어었고면]|은|인)|떨어|내려|내린|빠진|빠졌|빠지|나빠)[가-힣]*|(?<=[이가]\s)준(?=\s)|(?:감소|하락|급감|역성장|악화|둔화)[가-힣]*|(?<![a-z])(?:decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped)?|fell|fall(?:en|ing)?|shr[aiu]nk|lost)(?![a-z])/gu;

/** Whether something happened at all. */
export const ever =
  /(?:적|일)(?:이|은|도)?\s*(?:있|없)[가-힣]*|한\s*번(?:이라)?도|(?<![a-z])(?:ever|at\s+all)(?![a-z])/gu;

/** Times that only a calendar of feasts tells. */
export const feasts =
  /추석|설날|(?<![가-힣])설(?=\s|[은전후])|명절|연휴|휴가철|크리스마스|(?<![a-z])(?:chuseok|lunar\s+new\s+year|holidays?|christmas)(?![a-z])/gu;

/** Somebody else's, and not whose. */
export const othersWords =
  /(?<![가-힣])(?:(?:내가|제가|우리가|본인이)\s*)?(?:(?:담당|관리)\s*(?:(?:하지|하고\s*있지)\s*(?:않|못)[가-힣]*|(?:안|못)\s*(?:하|한)[가-힣]*)|(?:비|미)담당|(?:안\s*맡|맡지\s*않|맡고\s*있지\s*않)[가-힣]*)\s*(?:거래처|고객|병원|의원|약국|곳)(?:들)?(?:의|은|는|이|가)?|(?<![a-z])(?:customers?|accounts?|hospitals?|clinics?|pharmacies)\s+(?:that\s+are\s+)?(?:not\s+(?:assigned|mine)|(?:that\s+)?i\s+(?:do\s+not|don't)\s+(?:look\s+after|have))(?:\s+to\s+me)?|(?<![가-힣])(?:다른|타|옆|딴)\s*(?:영업\s*)?(?:팀|지점|사람|직원|사원|동료|담당자?|거래처|제품)(?:들)?(?:의|은|는|이|가)?|(?<![a-z])(?:other|another)\s+(?:teams?|reps?|people|employees?|colleagues?|customers?|products?)(?![a-z])/gu;

/** A target was reached, or not. */
export const reached =
  /(?:목표를?\s*)?(?:달성한|넘긴|채운)(?=\s)|(?<![a-z])(?:(?:reached|met|hit|achieved)\s+(?:the(?:ir)?\s+|my\s+|our\s+)?(?:targets?|quotas?))/gu;
export const missed =
  /미달(?:성|한|인|된)?|달성하지\s*못한?|(?:달성\s*)?못\s*한(?=\s)|(?<![a-z])(?:missed|below|short\s+of)\s+(?:the(?:ir)?\s+)?(?:targets?|quotas?)/gu;

/** How much of something is left: of a target, only what has been sold against it tells. */
export const left =
  /(?:얼마나?\s*)?(?:더\s*)?(?<![가-힣])남(?:았|아\s*있|은\s*(?:금액|거|게|것))[가-힣]*|(?<![a-z])(?:left|remaining|remains?|still\s+to\s+go)(?![a-z])/gu;

/** Who looks after a customer. */
export const assignedTo =
  /담당자?(?:가|는|은)?\s*누구|(?:누가|누구)\s*(?:담당|맡)|(?<![a-z])who(?:\s+is|'s)?\s+(?:looks?\s+after|looking\s+after|responsible\s+for|assigned\s+to)(?![a-z])/gu;

/** Nothing happened: no visit, no order. The first group says what did not. */
export const idleVisits =
  /미방문|방문\s*(?:이|은|횟수)?\s*0\s*(?:회|번|건)(?:인|이?었던)?|(?:방문|활동|접촉|연락|컨택|콜|면담)\s*(?:을|를|이|도|은|는|한\s*적이?|기록이?|이력이?|내역이?|실적이?)?\s*(?:아직\s*)?(?:(?:안|못)\s*(?:한|했|하|간|갔|된|됐)[가-힣]*|하지\s*(?:않|못)[가-힣]*|않은|없[가-힣]*|전무[가-힣]*)|(?:안|못)\s*(?:간|갔던|가\s*본|가본|찾아간|들른)(?:\s*지)?|(?:not|n't|never)\s+(?:been\s+)?(?:visit(?:ed)?|contact(?:ed)?|seen)|(?:without|no)\s+(?:a\s+|any\s+)?(?:visits?|contacts?)|unvisited/gu;
export const idleSales =
  /미거래|미주문|(?:매출|주문|구매|거래|실적|판매|발주)\s*(?:이|가|은|는|도|을|를|내역이?|기록이?|한\s*적이?)?\s*(?:전혀\s*|아예\s*)?(?:없[가-힣]*|끊[가-힣]*|중단[가-힣]*|하지\s*않[가-힣]*|안\s*(?:한|했|하|나)[가-힣]*|0\s*원?인?(?![\d]))|(?:without|no)\s+(?:any\s+)?(?:sales|orders?|purchases?)|(?:not|n't|never)\s+(?:ordered|bought|purchased|order|buy)|stopped\s+(?:buying|ordering)/gu;
export const longAgo =
  /오래|오랫동안|오랜\s*기간|한동안|(?<![a-z])(?:long\s*(?:est)?(?:\s+(?:time|ago|overdue))?|for\s+a\s+while)(?![a-z])/gu;

/** What was said in a contact. */
export const talked =
  /무슨\s*(?:얘기|이야기|말|논의)|어떤\s*(?:얘기|이야기|논의)|뭐라고|(?:얘기|이야기|논의)(?:를|을)?\s*(?:했|나눴|나눈|한)|(?<![a-z])(?:discussed|talked?\s+about)(?![a-z])/u;
/** The contacts themselves are wanted, not their number. */
export const listed =
  /내역|이력|일지|결과|기록|노트|메모|내용|요약|목록|리스트|무슨\s*(?:얘기|이야기|말|논의)|어떤\s*(?:얘기|이야기|논의)|뭐라고|논의(?:한|된|했)?|얘기(?:한|했)?|(?<![a-z])(?:history|log|notes?|details?|lists?|summar(?:y|ies|ize)|discuss(?:ed)?|talk(?:ed)?\s+about|what\s+happened)(?![a-z])/gu;
export const nextAction =
  /(?:다음|향후|후속|남은|예정된?)\s*(?:에\s*)?(?:방문\s*(?:때|시)|액션|할\s*일|할일|조치|계획|일정|단계|업무|활동|과제|방문\s*계획)|할\s*일|해야\s*할\s*(?:일|것)|팔로우?\s*업|후속\s*조치|투두|to-?\s?do(?:s|\s+list)?|next\s+(?:actions?|steps?)|follow[\s-]?ups?|action\s+items?/gu;
export const wentOut =
  /(?:누구(?:를|랑|와|하고)?\s*)?(?:다녀|갔|갔던|찾아갔|들렀|들른|만났|만난|방문했)[가-힣]*|(?<![a-z])(?:went|met|did\s+i\s+see|have\s+i\s+seen)(?![a-z])/gu;
/** What was done in a contact other than a visit. */
export const contactVerb =
  /(?:참석|참여|개최|진행|통화|연락|전화|상담)(?:한|했)[가-힣]*|보낸|보냈[가-힣]*|(?<![a-z])(?:attended|held|sent|called|e-?mailed|phoned)(?![a-z])/gu;
export const whenLast =
  /가장\s*최근(?:에|의)?\s*방문[가-힣]*\s*언제[가-힣]*|(?:마지막|최근|최종)(?:으로|에)?\s*(?:간|갔던?|다녀온|방문한|만난|들른)\s*(?:게|건|것[이은]?|날[은이]?)?\s*언제[가-힣]*|(?:다녀온|방문한|만난|들른|찾아간)\s*지(?:가|는)?\s*(?:얼마|며칠|몇)[가-힣]*|(?:마지막|최근|최종)(?:으로|에)?\s*(?:언제|방문\s*(?:일|날짜|시점))|언제\s*(?:마지막|방문|갔|다녀|만났)|방문[가-힣]*\s*(?:게\s*)?언제|when\s+(?:did|was|were|have|has)\s+[\s\S]{0,40}?(?:visit(?:ed)?|see|seen|meet|met|contact(?:ed)?)(?![a-z])|how\s+long\s+(?:ago|since)/gu;

/** Whose figures: the person's own, the team's, everybody's. */
export const mineWords =
  /(?<![가-힣])(?:나의|저의|본인의?|내가|제가|나는|저는|내|제|나|저)(?![가-힣])(?!\s*(?:가\s*)?(?:담당|맡|관리|거래처|고객|병원|약국|의원|지역|구역|팀))|(?<![a-z])(?:my(?!\s+(?:customers?|accounts?|clients?|team|territory|hospitals?|clinics?|pharmac))|mine|did\s+i|have\s+i|do\s+i|i\s+(?:sold|made|visited|met|sell))(?![a-z])/gu;
export const teamWords =
  /(?:우리|저희|내|제)\s*팀(?!\s*(?:별|원별))(?:\s*전체)?(?:의|은|는|이|원들?의?|원)?|팀\s*전체|(?<![가-힣0-9a-z]\s?)팀\s*(?=실적|매출|목표|달성|방문)|(?<![가-힣0-9a-z]\s?)팀에서(?!\s*(?:차지|얼마))|(?<![a-z])(?:our|my)\s+team(?:'s)?(?![a-z])/gu;
export const companyWords =
  /전사|회사\s*(?:전체|전반)|우리\s*회사|저희\s*회사|당사|(?<![a-z])(?:company[\s-]?wide|whole\s+company|entire\s+company|our\s+company)(?![a-z])/gu;

/** What nobody counts here: the mean of single figures. */
export const average = /(?<![가-힣])평균(?!\s*단가)|(?<![a-z])(?:average|mean|avg)(?![a-z])/u;
/** The person's own place among others. */
export const ownPlace =
  /몇\s*(?:등|위|번째)|(?:팀|회사|전체)에서\s*(?:차지|얼마)|(?<![a-z])(?:my\s+rank|where\s+do\s+i\s+rank)(?![a-z])/u;
/** One person is held against another. */
export const heldAgainst = /보다|비교|대비|차이|(?<![a-z])(?:than|versus|vs|compared?)(?![a-z])/u;

/** Conditions that figures cannot be cut by. */
export const exclusion =
  /제외(?:하고|한|하면)?|빼고|뺀|말고|이?\s*아닌|(?<![a-z])(?:except|excluding|exclude|other\s+than|apart\s+from)(?![a-z])/gu;

/** Asks for something to be written, which nobody here does. */
export const writing =
  /(?:기록|등록|저장|입력|추가|수정|변경|업데이트)\s*(?:을|를|도)?\s*(?:남겨|해\s*(?:줘|주|라|놔|둬)|시켜|부탁|하자)[가-힣]*|(?:삭제|제거|초기화)\s*(?:를|도)?\s*(?:해(?!야|도|서|당)[가-힣]*|시켜[가-힣]*|부탁[가-힣]*|하자)|지워(?:\s*(?:줘|주|라|버)[가-힣]*|$|(?=[\s.!]))|(?:으로|로)\s*(?:바꿔|고쳐)\s*(?:놔|놓|저장)[가-힣]*|(?:을|를)\s*[^?]*(?:으로|로)\s*(?:낮춰|높여|올려|내려|늘려|줄여)\s*(?:줘|주세요|주라|놔)|(?:한테|에게)\s*(?:넘겨|옮겨|배정해|할당해)\s*(?:줘|주)[가-힣]*|^\s*(?:please\s+)?(?:delete|remove|erase|drop|insert|update|overwrite|record|register|log\s+(?:a|my))(?![a-z])/u;

/** Figures nobody keeps here. */
export const unsupportedFigures =
  /(?:영업\s*|순\s*|매출\s*총)?이익률?|마진율?|수익률?|재고(?:량|율)?|수금(?:액|률)?|미수(?:금|채권)?|채권|외상|반품(?:률|액|\s*금액|\s*수량)?|원가율?|경비|비용|예산|연봉|급여액|인센티브\s*(?:금액|액)|시장\s*점유율|처방\s*(?:건수|전\s*수|량|액|률)|처방전|(?:고객\s*)?만족도(?:\s*점수)?|출장비|접대비|급여\s*명세|휴가\s*일수|비밀번호|패스워드|암호\s*해시|해시(?:값)?|주민(?:등록)?번호|(?<![a-z])(?:passwords?(?:\s+hash(?:es)?)?|profits?|margins?|inventory|stock\s+levels?|receivables?|expenses?|costs?|budget|market\s+share|prescriptions?)(?![a-z])/gu;

/** Of these documents tell nothing either. */
export const figuresOfNoDocument =
  /이익|마진|수익률|수금|미수|채권|외상|점유율|원가|profit|margin|receivable|market\s+share/u;

/** What only documents tell. Strong words ask for a document whatever else is asked. */
export const strongDocumentWords =
  /규정|지침|고시|약가|상한\s*금액|보험\s*코드|급여\s*(?:기준|인정|범위|대상|적용|여부|확대|되|가\s*되)|인정\s*기준|적응증|효능|용법|용량|복용|투여|투약|부작용|이상\s*반응|이상\s*사례|금기|병용|상호\s*작용|신기능|신장애|간기능|간장애|임산부|임부|임신|수유|소아|고령자|유효\s*기간|임상|논문|첨부\s*문서|설명서|회의록|공정\s*경쟁|리베이트|경품|기부|강연료|자문료|식음료|식사\s*(?:비|한도|제공)|샘플|견본|판촉|프로모션\s*(?:가이드|규정|기준)|한도|위반|처벌|기전|반감기|특허|등재|인하|시행일|개정|매뉴얼|가이드|절차|원인|이유|왜|(?<![a-z])(?:polic(?:y|ies)|regulations?|guidelines?|guide|limits?|allowed|permitted|may\s+(?:i|we)|can\s+(?:i|we)\s+(?:give|offer|provide|pay)|dos(?:e|es|age|ing)|indications?|indicated|side\s+effects?|adverse|contraindicat\w*|drug\s+interactions?|renal|hepatic|pregnan\w*|pediatric|elderly|storage|stored?|trials?|stud(?:y|ies)|efficacy|safety|reimbursement\s+(?:criteria|rules?|notice|conditions?)|price\s+(?:notice|cut|list)|procedures?|why|reasons?|cause[sd]?|minutes)(?![a-z])/gu;
/** Weak ones do so only where no figures are asked for. */
export const weakDocumentWords =
  /환자|증상|진단|언제까지|입력|마감|제출|등록|작성|해야\s*(?:하|되|돼)|지켜야|기준|방법|자료|문서|데이터|안내|공지|정책|가능|허용|금지|주의|보관|변경|차이점|성분|회의|질의|교육|제공|지원|설명|어떻게|무엇|보험|효과|안전성|연구|시험|주의사항|(?<![a-z])(?:documents?|rules?|how\s+(?:do|to|should|can)|explain|describe|what\s+is|meeting|information|materials?)(?![a-z])/gu;

export const greeting =
  /^\s*(?:안녕(?:하세요|하십니까|히)?|반가워요?|반갑습니다|하이|헬로우?|hi|hello|hey|good\s+(?:morning|afternoon|evening))(?![a-z가-힣])/u;
export const thanks =
  /^\s*(?:고마워요?|고맙습니다|감사(?:해요|합니다|드려요)?|수고(?:하셨|했|하세)[가-힣]*|thanks?(?:\s+you)?|thx|bye|잘\s*가|좋아요?|오케이|ok(?:ay)?)(?:[\s!.~ㅎㅋ^]|$)/u;
export const helpRequest =
  /(?:뭐|뭘|무엇을|무엇|어떤\s*(?:걸|것을?|질문을?|일을?))\s*(?:를|을)?\s*(?:할\s*수\s*있|도와|해\s*줄|물어|할\s*줄|질문할)|도움말|사용법|사용\s*방법|^\s*(?:너|넌|너는|당신은?|네가)?\s*누구(?:니|야|세요|인가요|냐|십니까)|^\s*(?:너|넌|너는)\s*(?:뭐|무엇)|이름이?\s*뭐|(?:what\s+can\s+you\s+(?:do|help)|how\s+(?:do|can)\s+i\s+use\s+(?:this|you)|who\s+are\s+you|what\s+are\s+you|help\s+me\s*$|^\s*help\s*[?!.]*$)/u;

/** How long nothing has happened: "3개월 이상 방문하지 않은", "not visited for over 30 days". */
export const idleSpan =
  /(?<count>\d+|한|두|세|석|네|다섯|여섯)\s*(?<unit>일|주일|주|개월|달|년)\s*(?:이상|넘게|넘도록|째|초과|동안|간)|(?:in|for)\s+(?:the\s+(?:last|past)\s+)?(?:over\s+|more\s+than\s+|at\s+least\s+)?(?<count2>\d+)\s*(?<unit2>day|week|month|year)s?/gu;

/** What figures of the past do not tell. */
export const forecast =
  /예측|전망|예상(?:치|액|매출)?|시뮬레이션|추정|(?<![a-z])(?:forecasts?|predict(?:ion|ed)?|projections?|projected)(?![a-z])/gu;
/** Several named things are to be added up and not set side by side. */
export const addedUp =
  /합계|합산|합쳐|합친|합치면|총합|총액|모두\s*더|(?<![a-z])(?:combined|altogether|in\s+total|total)(?![a-z])/gu;
export const asksWhy = /왜|이유|원인|배경|(?<![a-z])(?:why|reasons?|caused?)(?![a-z])/u;

/** A name before such a word is one, but for what asks which or how many. */
export const englishInstitution =
  /(?<![a-z])(?!(?:which|what|each|every|any|all|no|the|my|our|your|their|this|that|these|top|best|most|per|by|of|for|at|to|from|in|and|or|new|large|small|big|biggest|largest|general|university|tertiary)\s)[a-z]{3,}\s+(?:clinic|hospital|pharmacy|medical\s+cent(?:er|re))(?![a-z])/gu;
