-- How many answers came on paper is asked with every look at the results: found without reading those of the portal.
create index participation_survey_response_paper on participation_survey_response (procedure) where channel <> 'web' and state = 'sent';
