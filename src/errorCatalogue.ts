interface CatalogueEntry {
  status: number;
  ko: string;
  en: string;
}

/** Every error a user can meet. The key is the stable `code`; the texts are safe to show and say what to do. */
export const errorCatalogue = {
  bad_request: { status: 400, ko: '요청 형식이 올바르지 않습니다.', en: 'The request is not well-formed.' },
  validation_failed: {
    status: 400,
    ko: '입력값을 확인해 주세요.',
    en: 'Please check the values you entered.',
  },
  unauthenticated: { status: 401, ko: '로그인이 필요합니다.', en: 'Please sign in.' },
  token_expired: {
    status: 401,
    ko: '로그인 시간이 끝났습니다. 다시 로그인해 주세요.',
    en: 'Your session has expired. Please sign in again.',
  },
  wrong_credentials: {
    status: 401,
    ko: '이메일 또는 비밀번호가 올바르지 않습니다.',
    en: 'The e-mail address or the password is not right.',
  },
  too_many_tries: {
    status: 429,
    ko: '로그인에 여러 번 실패하여 15분 동안 잠겼습니다. 잠시 뒤 다시 시도하거나 관리자에게 새 비밀번호를 요청해 주세요.',
    en: 'Too many tries have failed, so signing in is locked for 15 minutes. Please wait, or ask an administrator for a new password.',
  },
  second_factor_required: {
    status: 401,
    ko: '인증 앱의 6자리 코드를 입력해 주세요.',
    en: 'Please enter the six-digit code of your authenticator app.',
  },
  second_factor_demanded: {
    status: 403,
    ko: '회사에서 이 역할에 2단계 인증을 요구합니다. 내 정보에서 2단계 인증을 켜면 바로 쓸 수 있습니다.',
    en: 'Your company demands a second factor of your role. Turn it on in your account, and everything works at once.',
  },
  second_factor_stays: {
    status: 403,
    ko: '회사에서 이 역할에 2단계 인증을 요구하므로 끌 수 없습니다.',
    en: 'Your company demands a second factor of your role, so it cannot be turned off.',
  },
  wrong_code: {
    status: 400,
    ko: '코드가 올바르지 않거나 이미 사용되었습니다. 다음 코드를 입력해 주세요.',
    en: 'The code is not right or was used before. Please enter the next one.',
  },
  second_factor_is_on: {
    status: 409,
    ko: '2단계 인증이 이미 켜져 있습니다.',
    en: 'The second factor is already on.',
  },
  second_factor_unreadable: {
    status: 500,
    ko: '2단계 인증을 확인할 수 없습니다. 관리자에게 초기화를 요청해 주세요.',
    en: 'Your second factor cannot be checked. Please ask an administrator to reset it.',
  },
  sign_in_again: {
    status: 403,
    ko: '안전을 위해 로그아웃한 뒤 다시 로그인하고 10분 안에 진행해 주세요.',
    en: 'To be safe, please sign out, sign in again and do this within ten minutes.',
  },
  too_many_api_keys: {
    status: 409,
    ko: 'API 키는 한 사람이 20개까지 만들 수 있습니다. 쓰지 않는 키를 먼저 폐기해 주세요.',
    en: 'One person can have 20 API keys. Please revoke one that is not used first.',
  },
  company_sign_in_failed: {
    status: 401,
    ko: '회사 계정으로 로그인하지 못했습니다. 로그인 화면에서 다시 시도해 주세요.',
    en: 'The sign-in with your company account did not succeed. Please try again from the sign-in page.',
  },
  no_company_access: {
    status: 403,
    ko: '회사 계정은 확인했지만 NaruTalk을 쓸 권한이 없습니다. 관리자에게 NaruTalk 그룹에 넣고 직원으로 등록해 달라고 요청해 주세요.',
    en: 'Your company account is right, but it gives no access to NaruTalk. Please ask an administrator to put you into a group of NaruTalk and to register you.',
  },
  provider_unavailable: {
    status: 503,
    ko: '회사 계정 로그인 서버에 연결할 수 없습니다. 잠시 뒤 다시 시도해 주세요.',
    en: 'The sign-in server of your company cannot be reached. Please try again in a moment.',
  },
  password_guessable: {
    status: 422,
    ko: '쉽게 짐작할 수 있는 비밀번호입니다. 흔한 비밀번호나 이름, 회사, NaruTalk 같은 말을 피해 더 길게 정해 주세요.',
    en: 'This password is easily guessed. Please choose a longer one, away from common passwords, names, the company and NaruTalk.',
  },
  wrong_password: {
    status: 400,
    ko: '지금 비밀번호가 올바르지 않습니다.',
    en: 'The present password is not right.',
  },
  wrong_setup_token: {
    status: 401,
    ko: '설정 토큰이 올바르지 않습니다. 서버 시작 화면에 표시된 토큰을 사용해 주세요.',
    en: 'The set-up token is not right. Use the one the server printed at its start.',
  },
  forbidden: { status: 403, ko: '이 작업을 할 권한이 없습니다.', en: 'You may not do this.' },
  other_site: {
    status: 403,
    ko: '다른 사이트의 페이지가 보낸 요청이라 거절했습니다. NaruTalk 화면에서 다시 해 주세요.',
    en: 'A page of another site sent this, so it was refused. Please do it from NaruTalk itself.',
  },
  not_found: {
    status: 404,
    ko: '찾을 수 없습니다. 없거나 볼 수 없는 항목입니다.',
    en: 'Not found: it does not exist or you may not see it.',
  },
  method_not_allowed: {
    status: 405,
    ko: '이 주소에서 쓸 수 없는 요청 방식입니다.',
    en: 'This address does not take this kind of request.',
  },
  already_set_up: {
    status: 409,
    ko: '최초 관리자는 이미 등록되었습니다. 로그인해 주세요.',
    en: 'The first admin is already registered. Please sign in.',
  },
  already_exists: {
    status: 409,
    ko: '같은 값이 이미 등록되어 있습니다.',
    en: 'The same value is already registered.',
  },
  alias_is_a_word: {
    status: 422,
    ko: '질문에서 이미 다른 뜻으로 쓰는 말이어서 별칭으로 쓸 수 없습니다. 다른 말을 적어 주세요.',
    en: 'Questions already use this word for something else, so it cannot be a name. Please choose another.',
  },
  prompt_does_not_fit: {
    status: 409,
    ko: '이 버전은 지금 릴리스가 채우는 자리표시와 맞지 않아 사용할 수 없습니다. 고쳐서 새 버전으로 저장해 주세요.',
    en: 'This version does not have the placeholders the present release fills. Correct it and save it as a new version.',
  },
  assignment_overlaps: {
    status: 409,
    ko: '같은 직원과 거래처의 배정 기간이 겹칩니다.',
    en: 'This employee already has this customer in part of that period.',
  },
  document_already_exists: {
    status: 409,
    ko: '내용이 같은 문서가 이미 있습니다.',
    en: 'A document with the same content already exists.',
  },
  last_admin: {
    status: 409,
    ko: '마지막 관리자는 해제하거나 바꿀 수 없습니다. 먼저 다른 직원을 관리자로 정해 주세요.',
    en: 'The last admin cannot be deactivated or changed. Make somebody else an admin first.',
  },
  document_not_ready: {
    status: 409,
    ko: '문서를 처리하는 중입니다. 끝난 뒤 다시 시도해 주세요.',
    en: 'The document is still being processed. Try again when it is done.',
  },
  document_not_waiting: {
    status: 409,
    ko: '처리 중인 문서가 아니어서 취소할 수 없습니다.',
    en: 'The document is not being processed, so there is nothing to cancel.',
  },
  approver_is_uploader: {
    status: 403,
    ko: '문서를 올린 사람은 승인할 수 없습니다. 다른 담당자가 승인해야 합니다.',
    en: 'Whoever uploaded a document may not approve it. Another person must.',
  },
  ingestion_cancelled: {
    status: 409,
    ko: '처리를 취소했습니다. 다시 처리하려면 재색인해 주세요.',
    en: 'Processing was cancelled. Index the document again to go on.',
  },
  ingestion_interrupted: {
    status: 503,
    ko: '처리하던 작업이 중단되었습니다. 자동으로 다시 시도합니다.',
    en: 'Processing was interrupted. It is tried again by itself.',
  },
  ingestion_failed: {
    status: 500,
    ko: '여러 번 시도했지만 문서를 처리하지 못했습니다. 관리자에게 알려 주세요.',
    en: 'The document could not be processed in several tries. Please tell an administrator.',
  },
  original_missing: {
    status: 410,
    ko: '파일 저장소에 원본이 없습니다. 파일을 다시 올려 주세요.',
    en: 'The original is not in the file store. Please upload the file again.',
  },
  import_not_done: {
    status: 409,
    ko: '끝난 가져오기에서만 할 수 있습니다.',
    en: 'This can only be done with an import that has ended.',
  },
  import_not_waiting: {
    status: 409,
    ko: '진행 중인 가져오기가 아니어서 취소할 수 없습니다.',
    en: 'The import is not under way, so there is nothing to cancel.',
  },
  import_built_upon: {
    status: 409,
    ko: '이 가져오기 뒤에 바뀌었거나 쓰인 행이 있어 되돌릴 수 없습니다. 나중 가져오기부터 되돌려 주세요.',
    en: 'Rows of this import have been changed or used since, so it cannot be undone. Undo later imports first.',
  },
  too_many_exports: {
    status: 429,
    ko: '진행 중인 내보내기가 이미 두 개 있습니다. 하나가 끝나거나 취소한 뒤에 다시 요청해 주세요.',
    en: 'Two of your exports are already under way. Wait for one to end, or cancel it.',
  },
  export_of_another: {
    status: 403,
    ko: '다른 사람이 요청한 내보내기입니다. 파일이 필요하면 사유를 적어 직접 요청해 주세요.',
    en: 'Somebody else asked for this export. If you need the file, ask for your own and say why.',
  },
  export_not_done: {
    status: 409,
    ko: '내보내기가 완료되지 않아 받을 파일이 없습니다.',
    en: 'The export is not done, so there is no file.',
  },
  export_not_under_way: {
    status: 409,
    ko: '진행 중인 내보내기가 아니어서 취소할 수 없습니다.',
    en: 'The export is not under way, so there is nothing to cancel.',
  },
  export_expired: {
    status: 410,
    ko: '보관 기간이 지나 파일을 지웠습니다. 기록은 남아 있으며, 필요하면 다시 요청해 주세요.',
    en: 'The file was removed when its time was over. Its record stays; ask for a new one if you need it.',
  },
  export_failed: {
    status: 500,
    ko: '여러 번 시도했지만 파일을 만들지 못했습니다. 관리자에게 알려 주세요.',
    en: 'The file could not be made in several tries. Please tell an administrator.',
  },
  template_kind_differs: {
    status: 422,
    ko: '다른 종류의 파일에 쓰는 양식입니다.',
    en: 'This template is for files of another kind.',
  },
  changed_meanwhile: {
    status: 409,
    ko: '그사이 다른 사람이 바꾸었습니다. 새로 읽은 내용을 확인한 뒤 다시 저장해 주세요.',
    en: 'Somebody else changed this meanwhile. Look at what stands there now, then save again.',
  },
  turn_not_answered: {
    status: 409,
    ko: '끝까지 답변하지 못한 질문입니다. 바른 답변을 적어 주세요.',
    en: 'This question was not answered to the end. Please write what the right answer is.',
  },
  audit_unavailable: {
    status: 503,
    ko: '감사 기록을 남길 수 없어 처리하지 않았습니다. 잠시 후 다시 시도하거나 관리자에게 알려 주세요.',
    en: 'This was not done, because no record of it could be kept. Try again later, or tell an administrator.',
  },
  file_missing: { status: 400, ko: '파일을 선택해 주세요.', en: 'Please choose a file.' },
  file_empty: { status: 422, ko: '빈 파일입니다.', en: 'The file is empty.' },
  file_too_large: {
    status: 413,
    ko: '파일이 너무 큽니다. 100 MB 이하의 파일을 올려 주세요.',
    en: 'The file is too large. Please upload at most 100 MB.',
  },
  file_unsupported: {
    status: 415,
    ko: '지원하지 않는 파일입니다. PDF, 한글(HWP, HWPX), DOCX, PPTX, XLSX, CSV, HTML, Markdown, 텍스트 파일을 올려 주세요.',
    en: 'This file is not supported. Please upload PDF, HWP, HWPX, DOCX, PPTX, XLSX, CSV, HTML, Markdown or text.',
  },
  file_with_macros: {
    status: 422,
    ko: '매크로가 들어 있는 파일입니다. 매크로 없는 형식(DOCX, XLSX, PPTX)으로 저장해 올려 주세요.',
    en: 'The file contains macros. Please save it without them (DOCX, XLSX, PPTX) and upload again.',
  },
  file_encrypted: {
    status: 422,
    ko: '암호가 걸린 파일입니다. 암호를 풀고 다시 올려 주세요.',
    en: 'The file is protected by a password. Remove it and upload again.',
  },
  file_unreadable: {
    status: 422,
    ko: '파일을 읽을 수 없습니다. 손상되었는지 확인해 주세요.',
    en: 'The file cannot be read. Please check whether it is damaged.',
  },
  file_without_text: {
    status: 422,
    ko: '글자 정보가 없는 파일입니다(스캔한 그림). 글자를 인식한 파일을 올려 주세요.',
    en: 'The file has no text layer (scanned pictures). Please upload one with recognised text.',
  },
  file_too_complex: {
    status: 422,
    ko: '파일을 처리하는 데 시간이나 메모리가 너무 많이 듭니다. 나누어 올려 주세요.',
    en: 'The file takes too much time or memory. Please split it.',
  },
  payload_too_large: { status: 413, ko: '요청이 너무 큽니다.', en: 'The request is too large.' },
  question_too_long: {
    status: 413,
    ko: '질문이 너무 깁니다. 4,000자 이내로 줄여 주세요.',
    en: 'The question is too long. Please keep it under 4,000 characters.',
  },
  turn_already_running: {
    status: 409,
    ko: '이 대화에서 아직 답변하는 중입니다. 끝나거나 멈춘 뒤에 보내 주세요.',
    en: 'An answer is still being written in this conversation. Wait for it or stop it.',
  },
  too_many_requests: {
    status: 429,
    ko: '요청이 너무 많습니다. 잠시 뒤 다시 시도해 주세요.',
    en: 'Too many requests. Please try again in a moment.',
  },
  too_many_running: {
    status: 429,
    ko: '답변 중인 질문이 이미 여러 개입니다. 하나가 끝나거나 멈춘 뒤에 보내 주세요.',
    en: 'Several of your questions are being answered already. Wait for one of them or stop it, then send again.',
  },
  too_many_questions: {
    status: 429,
    ko: '짧은 시간에 질문을 너무 많이 보냈습니다. 1분쯤 뒤에 다시 보내 주세요.',
    en: 'You have sent too many questions in a short time. Send again in about a minute.',
  },
  daily_limit_reached: {
    status: 429,
    ko: '오늘 쓸 수 있는 질문량을 모두 썼습니다. 내일 0시부터 다시 질문할 수 있습니다. 더 필요하면 관리자에게 알려 주세요.',
    en: 'You have used up your questions for today. Ask again after midnight in Korea, or ask an administrator for more.',
  },
  daily_limit_of_all_reached: {
    status: 429,
    ko: '회사 전체가 오늘 쓸 수 있는 질문량을 모두 썼습니다. 내일 0시부터 다시 질문할 수 있습니다. 급하면 관리자에게 알려 주세요.',
    en: 'The company has used up its questions for today. Ask again after midnight in Korea, or tell an administrator.',
  },
  server_busy: {
    status: 503,
    ko: '지금 기다리는 질문이 너무 많습니다. 잠시 뒤 다시 보내 주세요.',
    en: 'Too many questions are waiting right now. Please send again in a moment.',
  },
  waited_too_long: {
    status: 503,
    ko: '질문이 많아 답변할 차례가 오지 않았습니다. 잠시 뒤 다시 질문해 주세요.',
    en: 'So many questions are waiting that its turn did not come. Please ask again in a moment.',
  },
  migrations_pending: {
    status: 503,
    ko: '데이터베이스 마이그레이션이 필요합니다. 관리자에게 알려 주세요.',
    en: 'Database migrations are pending. Please tell an administrator.',
  },
  migration_running: {
    status: 409,
    ko: '다른 마이그레이션이 실행 중입니다.',
    en: 'Another migration is running.',
  },
  migration_changed: {
    status: 409,
    ko: '이미 적용한 마이그레이션 파일이 그 뒤에 바뀌었습니다. 파일을 되돌린 뒤 다시 실행해 주세요.',
    en: 'The file of a migration that was applied has been changed since. Restore it, then run again.',
  },
  migration_failed: {
    status: 500,
    ko: '마이그레이션을 적용하지 못해 모두 되돌렸습니다. 데이터베이스는 그대로입니다. 서버 로그에서 이유를 확인해 주세요.',
    en: 'A migration could not be applied, and all were taken back: the database is as it was. The reason is in the log of the server.',
  },
  database_unavailable: {
    status: 503,
    ko: '데이터베이스에 연결할 수 없습니다. 잠시 뒤 다시 시도해 주세요.',
    en: 'The database cannot be reached. Please try again in a moment.',
  },
  search_unavailable: {
    status: 503,
    ko: '문서 검색을 지금 쓸 수 없습니다. 잠시 뒤 다시 시도해 주세요.',
    en: 'Document search is not available right now. Please try again in a moment.',
  },
  file_store_unavailable: {
    status: 503,
    ko: '파일 저장소에 연결할 수 없습니다. 잠시 뒤 다시 시도해 주세요.',
    en: 'The file store cannot be reached. Please try again in a moment.',
  },
  embeddings_unavailable: {
    status: 503,
    ko: '임베딩 모델에 연결할 수 없습니다. 잠시 뒤 다시 시도해 주세요.',
    en: 'The embedding model cannot be reached. Please try again in a moment.',
  },
  embeddings_outdated: {
    status: 503,
    ko: '새 임베딩 모델로 문서 색인을 다시 만드는 중이어서 키워드로만 찾았습니다.',
    en: 'The documents are being embedded by another model; until then they are found by keyword only.',
  },
  reranker_unavailable: {
    status: 503,
    ko: '재순위 모델에 연결할 수 없습니다. 잠시 뒤 다시 시도해 주세요.',
    en: 'The reranking model cannot be reached. Please try again in a moment.',
  },
  query_too_slow: {
    status: 503,
    ko: '조회가 너무 오래 걸려 멈추었습니다. 기간이나 조건을 좁혀 주세요.',
    en: 'The query took too long and was stopped. Please narrow the period or the conditions.',
  },
  turn_interrupted: {
    status: 503,
    ko: '서버가 다시 시작되어 답변이 중단되었습니다. 다시 질문해 주세요.',
    en: 'The server was restarted and the answer was cut off. Please ask again.',
  },
  step_limit_reached: {
    status: 422,
    ko: '답변에 필요한 단계가 너무 많습니다. 질문을 나누어 주세요.',
    en: 'The answer needs too many steps. Please split the question.',
  },
  starting: {
    status: 503,
    ko: '서버가 시작하는 중입니다. 잠시 뒤 다시 시도해 주세요.',
    en: 'The server is starting. Please try again in a moment.',
  },
  shutting_down: {
    status: 503,
    ko: '서버를 다시 시작하는 중입니다. 잠시 뒤 다시 시도해 주세요.',
    en: 'The server is restarting. Please try again in a moment.',
  },
  internal: {
    status: 500,
    ko: '문제가 생겼습니다. 요청 번호를 관리자에게 알려 주세요.',
    en: 'Something went wrong. Please give the request number to an administrator.',
  },
} as const satisfies Record<string, CatalogueEntry>;
