-- When somebody in charge was last asked by mail to renew the record: not more often than once in seven days.
alter table catalogue_charge add column reminded_at timestamptz;

-- Where a record was given back to: from here on its source updates it again. Such a version changes nothing, it says when, by whom and to which source.
alter table catalogue_version add column given_back_to text;
