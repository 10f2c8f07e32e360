namespace AuraConsole.Web.Data;

/// <summary>
/// SQL of the migration HistoryIndex, kept here so that tests run the very same: what callouts of before are given, and their full-text
/// index. SQLite drops a table's triggers with the table: a later migration that builds Callouts anew has to make them again.
/// </summary>
internal static class HistoryBackfill
{
    public const string StoodDownAt = """
        UPDATE "Callouts" SET "StoodDownAt" = COALESCE(
            (SELECT MIN(e."At") FROM "Entries" AS e WHERE e."CalloutId" = "Callouts"."Id" AND e."Kind" = 'StageReached' AND e."Stage" = 'StoodDown'),
            CASE WHEN "Stage" = 'StoodDown' THEN "StageSince" END)
        WHERE "StoodDownAt" IS NULL;
        """;

    public const string Outcome = """
        UPDATE "Callouts" SET "Outcome" = COALESCE(
            (SELECT NULLIF(TRIM(k."Outcome"), '') FROM "Closures" AS k WHERE k."CalloutId" = "Callouts"."Id"),
            CASE WHEN "ClosedHere" THEN '(closed here)' WHEN "StoodDownAt" IS NOT NULL THEN '(stood down)' ELSE '(not told)' END)
        WHERE "Stage" = 'Closed' AND "Outcome" IS NULL;
        """;

    /// <summary>The rule of CalloutClocks, by the presets as they are now: what they were then, nobody knows.</summary>
    public const string Breaches = """
        WITH "Times" AS (
            SELECT c."Id", c."FirstSeenAt" AS "Seen", COALESCE(c."FirstClaimedAt", c."ClaimedAt") AS "Claimed", c."ClosedAt" AS "Closed",
                c."Stage", c."StageSince", c."DispatchedAt", c."ArrivedAt",
                CASE WHEN c."Stage" IN ('Completed', 'StoodDown', 'Closed') THEN COALESCE(c."CompletedAt", c."ClosedAt", c."StageSince") END AS "Onward",
                COALESCE(
                    (SELECT a."PresetId" FROM "StageClockAssignments" AS a WHERE a."ResponseTypeId" = c."ResponseTypeId" ORDER BY a."Id" LIMIT 1),
                    (SELECT a."PresetId" FROM "StageClockAssignments" AS a WHERE a."ResponseType" = c."ResponseType" LIMIT 1),
                    (SELECT p."Id" FROM "StageClockPresets" AS p WHERE p."IsDefault" LIMIT 1)) AS "PresetId"
            FROM "Callouts" AS c),
        "Spans" AS (
            SELECT t."Id", t."PresetId", COALESCE(t."Closed", 621355968000000000 + CAST(strftime('%s', 'now') AS INTEGER) * 10000000) AS "Now",
                t."Seen" AS "ClaimFrom", COALESCE(t."Claimed", t."Onward") AS "ClaimTo",
                t."Claimed" AS "DispatchFrom",
                COALESCE(t."DispatchedAt", t."ArrivedAt", t."Onward", CASE WHEN t."Stage" <> 'Created' THEN t."StageSince" END) AS "DispatchTo",
                COALESCE(t."DispatchedAt", CASE WHEN t."Stage" = 'Dispatched' THEN t."StageSince" END) AS "ArriveFrom", COALESCE(t."ArrivedAt", t."Onward") AS "ArriveTo",
                COALESCE(t."ArrivedAt", CASE WHEN t."Stage" = 'OnScene' THEN t."StageSince" END) AS "CompleteFrom", t."Onward" AS "CompleteTo",
                CASE WHEN t."Stage" = 'StoodDown' THEN t."StageSince" ELSE t."Onward" END AS "CloseFrom", t."Closed" AS "CloseTo"
            FROM "Times" AS t),
        "Judged" AS (
            SELECT s."Id",
                CASE WHEN COALESCE(s."ClaimTo", s."Now") >= s."ClaimFrom" + p."ClaimBreach" * 10000000 THEN 1 ELSE 0 END
                + CASE WHEN COALESCE(s."DispatchTo", s."Now") >= s."DispatchFrom" + p."DispatchBreach" * 10000000 THEN 2 ELSE 0 END
                + CASE WHEN COALESCE(s."ArriveTo", s."Now") >= s."ArriveFrom" + p."ArriveBreach" * 10000000 THEN 4 ELSE 0 END
                + CASE WHEN COALESCE(s."CompleteTo", s."Now") >= s."CompleteFrom" + p."CompleteBreach" * 10000000 THEN 8 ELSE 0 END
                + CASE WHEN COALESCE(s."CloseTo", s."Now") >= s."CloseFrom" + p."CloseBreach" * 10000000 THEN 16 ELSE 0 END AS "Phases"
            FROM "Spans" AS s JOIN "StageClockPresets" AS p ON p."Id" = s."PresetId")
        UPDATE "Callouts" SET "BreachedPhases" = "Judged"."Phases", "IsBreached" = "Judged"."Phases" <> 0
        FROM "Judged" WHERE "Judged"."Id" = "Callouts"."Id" AND "Judged"."Phases" <> 0;
        """;

    /// <summary>Each length of a typed word has its own list of callouts: put together from all words that begin so, a common one would take seconds. Contentless and without places of words: the index holds no text, only which callouts have which word.</summary>
    public const string Index = """
        CREATE VIRTUAL TABLE "CalloutIndex" USING fts5(
            "SiteName", "Reference", "Address", "IncidentNumber", "Responders", "AuraId",
            content = '', detail = none, prefix = '2 3 4 5 6 7 8', tokenize = 'unicode61 remove_diacritics 2');
        """;

    public const string Fill = $"""
        INSERT INTO "CalloutIndex" (rowid, {Columns}) SELECT "Id", {Values} FROM "Callouts";
        """;

    public const string InsertTrigger = $"""
        CREATE TRIGGER "Callouts_IndexInsert" AFTER INSERT ON "Callouts" BEGIN
            INSERT INTO "CalloutIndex" (rowid, {Columns}) VALUES (new."Id", {New});
        END;
        """;

    public const string UpdateTrigger = $"""
        CREATE TRIGGER "Callouts_IndexUpdate" AFTER UPDATE OF "SiteName", "Reference", "Address", "SiteAuraId", "IncidentNumber", "Responders" ON "Callouts" BEGIN
            INSERT INTO "CalloutIndex" ("CalloutIndex", rowid, {Columns}) VALUES ('delete', old."Id", {Old});
            INSERT INTO "CalloutIndex" (rowid, {Columns}) VALUES (new."Id", {New});
        END;
        """;

    public const string DeleteTrigger = $"""
        CREATE TRIGGER "Callouts_IndexDelete" AFTER DELETE ON "Callouts" BEGIN
            INSERT INTO "CalloutIndex" ("CalloutIndex", rowid, {Columns}) VALUES ('delete', old."Id", {Old});
        END;
        """;

    private const string Columns = "\"SiteName\", \"Reference\", \"Address\", \"IncidentNumber\", \"Responders\", \"AuraId\"";

    // the address of a callout without a site is where a person was
    private const string Values = "\"SiteName\", \"Reference\", CASE WHEN \"SiteAuraId\" IS NOT NULL THEN \"Address\" END, \"IncidentNumber\", \"Responders\", \"AuraId\"";
    private const string New = "new.\"SiteName\", new.\"Reference\", CASE WHEN new.\"SiteAuraId\" IS NOT NULL THEN new.\"Address\" END, new.\"IncidentNumber\", new.\"Responders\", new.\"AuraId\"";
    private const string Old = "old.\"SiteName\", old.\"Reference\", CASE WHEN old.\"SiteAuraId\" IS NOT NULL THEN old.\"Address\" END, old.\"IncidentNumber\", old.\"Responders\", old.\"AuraId\"";
}
