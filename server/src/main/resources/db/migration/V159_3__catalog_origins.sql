-- What first led to a file, where that is not the file itself: when another Location does, its entities say so.
alter table catalog_sources add column origin text;
