-- Customer check: old and new model, for each critical customer, against a limit agreed beforehand.
-- Runs in DuckDB as it stands. Replace the two example tables with your list and your scored records.
-- CC BY 4.0, Trivium

create or replace temp table critical as   -- who, why, how far the result may fall, and who may overrule
select * from (values
  ('st-anna-clinic',  'wrong dose warning harms patients', 0.000, 'Dr. Weiss'),
  ('north-ambulance', 'delay costs minutes',               0.000, 'Dr. Weiss'),
  ('metro-bank',      'contract: at least 95 % correct',   0.010, 'Nadia R.'),
  ('care-homes-east', 'nobody there to notice mistakes',   0.050, 'Nadia R.'),
  ('flood-warning',   'missed warning costs lives',        0.000, 'Dr. Weiss')
) as t(customer, harm, may_fall_by, overruled_by);

create or replace temp table scored as     -- one row per record: was each model right? Made up here
select customer, i as record_id,
       (i * 7919) % 1000 >= old_wrong as old_right,
       (i * 7919) % 1000 >= new_wrong as new_right
from (values ('st-anna-clinic', 400, 20, 20), ('north-ambulance', 40, 50, 120), ('metro-bank', 300, 30, 33),
             ('care-homes-east', 60, 20, 40), ('all-others', 4000, 90, 60)) as t(customer, n, old_wrong, new_wrong),
     range(n) as r(i);

with per_customer as (
  select c.customer, c.harm, c.may_fall_by, c.overruled_by,
         count(s.record_id)                                         as records,
         avg(s.old_right::int)                                      as old_rate,
         avg(s.new_right::int)                                      as new_rate,
         count(*) filter (where s.old_right and not s.new_right)    as newly_wrong,
         count(*) filter (where s.new_right and not s.old_right)    as newly_right
  from critical c left join scored s using (customer)
  group by all
)
select customer, records,
       round(old_rate, 3)            as old_rate,
       round(new_rate, 3)            as new_rate,
       round(new_rate - old_rate, 3) as change,
       newly_wrong, newly_right,
       case
         when records = 0                          then 'STOP: no cases, collect some'
         when new_rate < old_rate - may_fall_by    then 'STOP: below limit, ' || overruled_by || ' may overrule'
         when records < 100 and newly_wrong > 0    then 'READ each changed answer'   -- too few for a percentage
         else 'pass'
       end                           as verdict,
       harm
from per_customer
order by verdict like 'STOP%' desc, verdict like 'READ%' desc, customer;

-- For the answers that a person has to read:
-- select record_id from scored where customer = 'north-ambulance' and old_right and not new_right;
