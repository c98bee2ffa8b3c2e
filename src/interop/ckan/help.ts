/** What `help_show` says of each action: in English, as CKAN does. */
export const help: Readonly<Record<string, string>> = {
  package_search: `Searches for datasets.

q: words, or Solr's query language; fq, fq_list: filters, all of which must hold. Fields: organization, owner_org, groups, tags, license_id,
res_format, id, name, title, notes, metadata_modified and metadata_created (ranges: [2026-01-01T00:00:00Z TO *], NOW-7DAYS). AND, OR, NOT, + and -
and brackets join them; what is not known is refused, never passed over.
sort: score, id, name, title_string, metadata_modified, metadata_created, each asc or desc.
rows: 10 where left out, at most 1000. start: from which result on. Without words, and with no other filters than organization, id, name and the
two dates, start may go to the end of any catalogue; other searches reach 10000 results.
facet.field: a JSON list of organization, groups, tags, license_id, res_format; facet.limit: 50 where left out.
Gives count, results, facets, search_facets.`,
  package_show: 'Gives a dataset with its resources.\n\nid: its id or name.',
  package_list: 'Gives the names of all datasets.\n\nlimit, offset: a part of them.',
  current_package_list_with_resources:
    'Gives datasets with their resources, the last changed first.\n\nlimit: at most 1000; offset or page: from where on.',
  package_autocomplete: 'Gives datasets whose words begin as typed.\n\nq: what was typed; limit: 10 where left out, at most 100.',
  resource_show: 'Gives a resource of a dataset.\n\nid: its id.',
  organization_list:
    'Gives the names of the municipalities and bodies that publish here.\n\nall_fields: whole entries; sort: name, title or package_count; organizations, limit, offset: a part of them.',
  organization_show:
    'Gives one of those who publish here.\n\nid: its id or name; include_datasets: with its last changed datasets, at most 1000.',
  organization_autocomplete:
    'Gives those who publish here and whose name holds the words.\n\nq: the words; limit: 20 where left out, at most 100.',
  group_list:
    'Gives the names of the themes (EU data themes).\n\nall_fields: whole entries; sort, groups, limit, offset as in organization_list.',
  group_show: 'Gives a theme.\n\nid: its name; include_datasets: with its last changed datasets, at most 1000.',
  tag_list: 'Gives the tags that are used most, at most 1000.\n\nquery: only tags that hold this; all_fields: whole entries.',
  license_list: 'Gives the licences of DCAT-AP.de.',
  status_show: 'Tells about this portal.',
  site_read: 'True: everybody may read.',
  help_show: 'Gives this text of an action.\n\nname: the action.',
  package_create: `Makes a dataset. Wants a key (Authorization or X-CKAN-API-Key), made in the account of a person.

name: must be new; title, notes, license_id, tags, groups, extras, resources as package_show gives them; owner_org: whose dataset it is, else that of the key.
lawfulness: what the person answers for before data may go out: {"personal-data": "none", "third-party-rights": "none", "trade-secrets": "none"}, or
{"answer": "allowed", "reason": "..."}. Contact, publisher and place come from the settings of the organization where they are left out.
Gives the package. What may not be published at once stays a draft: state is draft, and allmende says why and where to go on. private or state=draft keep it one.`,
  package_update:
    'Replaces a dataset.\n\nid: its id or name; otherwise as package_create. Contact, publisher, place and what CKAN has no words for stay where they are left out.',
  package_patch: 'Changes what is named of a dataset and nothing else.\n\nid: its id or name; otherwise as package_create.',
  package_delete:
    'Withdraws a published dataset, or discards a draft.\n\nid: its id or name; reason: what its page says from then on.',
  resource_create:
    'Adds a resource to a dataset.\n\npackage_id; url, or a file: a form (multipart/form-data) with the field upload, at most 100 MB, which the portal then keeps; name, description, format, mimetype, license and others; lawfulness as in package_create, in a form as JSON.',
  resource_update: 'Replaces a resource.\n\nid; url, or a file in upload; otherwise as resource_create.',
  resource_patch: 'Changes what is named of a resource.\n\nid; otherwise as resource_create.',
  resource_delete: 'Takes a resource from its dataset.\n\nid: its id.',
  organization_list_for_user: 'Gives those for whom the key may write.',
  datastore_search:
    'Gives rows of a table that the portal keeps (datastore_active), as texts, just as the file has them.\n\nresource_id; limit: 100 where left out, at most 10000; offset; fields; filters (JSON: column to value), q, sort: for tables up to 8 MB; records_format: objects or lists; include_total.',
}
