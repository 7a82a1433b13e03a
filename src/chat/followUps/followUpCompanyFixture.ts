/** A rep's sales and visits of the last fifteen months, another rep's, and targets of this month. */
export function followUpCompany(own: number, other: number): string {
  return `
INSERT INTO customers (id, code, name, type, region, grade) VALUES
(1, 'C1', '한빛내과의원', '의원', '서울 마포구', 'A'), (2, 'C2', '새봄대학교병원', '상급종합병원', '서울 강남구', 'A'),
(3, 'C3', '마디정형외과의원', '의원', '서울 강남구', 'B'), (9, 'C9', '남의종합병원', '종합병원', '부산', 'A');
INSERT INTO products (id, code, brand, ingredient, reimbursed, therapeutic_class, unit_price) VALUES
(1, 'P1', '나루암로정 5mg', '암로디핀베실산염', true, '고혈압', 100),
(2, 'P2', '나루아픽정 5mg', '아픽사반', true, '항응고', 200);
INSERT INTO assignment_map (employee_id, customer_id, valid_from) VALUES
(${own}, 1, '2020-01-01'), (${own}, 2, '2020-01-01'), (${own}, 3, '2020-01-01'), (${other}, 9, '2020-01-01');
INSERT INTO sales_records (sold_on, employee_id, customer_id, product_id, quantity, amount)
SELECT (date_trunc('month', now() AT TIME ZONE 'Asia/Seoul') - make_interval(months => back))::date,
       CASE WHEN customer = 9 THEN ${other} ELSE ${own} END, customer, product, 10, 100000 * customer + 1000 * back + product
FROM generate_series(0, 15) back, unnest(ARRAY[1, 2, 3, 9]) customer, generate_series(1, 2) product;
INSERT INTO sales_targets (employee_id, product_id, month, amount)
SELECT ${own}, 1, (date_trunc('month', now() AT TIME ZONE 'Asia/Seoul') - make_interval(months => back))::date, 1000000
FROM generate_series(0, 3) back;
INSERT INTO interaction_logs (employee_id, customer_id, type, occurred_at, summary, next_action)
SELECT CASE WHEN customer = 9 THEN ${other} ELSE ${own} END, customer, '방문',
       date_trunc('month', now() AT TIME ZONE 'Asia/Seoul') AT TIME ZONE 'Asia/Seoul' - make_interval(months => back)
         + interval '10 hours', '제품 설명', '자료 전달'
FROM generate_series(0, 5) back, unnest(ARRAY[1, 2, 9]) customer;`;
}

/** A document with sections, of a product. */
export const productInformation = `# 나루암로정 제품정보

## 1. 용법·용량

나루암로정의 권장 용량은 성인에게 1일 1회 5mg이며 식사와 관계없이 복용한다.

## 2. 이상반응

나루암로정의 흔한 이상반응은 하지 부종과 안면 홍조이며 용량을 줄이면 좋아진다.

## 3. 급여기준

나루암로정은 수축기 혈압이 140mmHg 이상인 고혈압 환자에게 급여기준에 따라 급여로 인정된다.

## 4. 보관 방법

나루암로정은 빛을 피해 실온에서 보관하며 개봉한 뒤 6개월 안에 사용한다.
`;
