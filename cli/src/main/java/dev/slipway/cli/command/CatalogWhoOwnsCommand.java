package dev.slipway.cli.command;

import dev.slipway.cli.catalog.NearestEntity;
import dev.slipway.cli.client.ServerClient;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.cli.shell.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code slipway catalog who-owns}. */
@Command(
        description = {
            "Show who owns an entity, with the groups above and the members; of a group or a user what it owns.",
            "A path (begins with . or /) stands for the entity of the nearest catalog-info.yaml (or .yml) at or above it, the first",
            "one with an owner."
        })
final class CatalogWhoOwnsCommand extends ServerCommand {

    private static final int MOST_OTHERS = 10;

    @Parameters(index = "0", paramLabel = "REF|PATH", description = "for example api:pricing, group:red, ./src")
    private String what = "";

    CatalogWhoOwnsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int run(ServerClient server, Output output) {
        String ref = what.startsWith(".") || what.startsWith("/") ? atPath(Path.of(what), output) : what;
        JsonNode answer = server.get(API + "/catalog/who-owns?ref=" + segment(ref));
        output.result(answer);
        JsonNode owned = answer.path("owned");
        if (owned.isObject()) {
            answer.path("owners").forEach(owner -> {
                output.line(named(owner));
                people(owner, output);
            });
            owned(owned, output);
        } else {
            owners(answer, output);
        }
        return ExitCode.DONE.code();
    }

    private static String atPath(Path path, Output output) {
        if (!Files.exists(path)) {
            throw new CliException(
                    ExitCode.NOT_FOUND,
                    new CliProblem("REF|PATH", "There is no \"" + path + "\".", "a path on this machine", null));
        }
        NearestEntity nearest = NearestEntity.of(path)
                .orElseThrow(() -> new CliException(
                        ExitCode.NOT_FOUND,
                        CliProblem.of(
                                "No catalog-info.yaml at or above \"" + path + "\" declares an entity with an owner.",
                                "Add one, and check it with slipway catalog validate.")));
        output.line("\"" + path + "\" belongs to "
                + References.brief(nearest.entity().ref().toString()) + ", whose owner is \""
                + nearest.entity().text("spec", "owner").orElse("") + "\" in " + nearest.file() + ".");
        if (!nearest.others().isEmpty()) {
            output.line("That file declares others besides, to be asked for by name: "
                    + nearest.others().stream()
                            .limit(MOST_OTHERS)
                            .map(ref -> References.brief(ref.toString()))
                            .collect(Collectors.joining(", "))
                    + (nearest.others().size() > MOST_OTHERS
                            ? " and " + (nearest.others().size() - MOST_OTHERS) + " more."
                            : "."));
        }
        return nearest.entity().ref().toString();
    }

    private static void owners(JsonNode answer, Output output) {
        String entity = References.brief(Json.text(answer, "ref"));
        if (answer.path("owners").isEmpty()) {
            output.line("Nobody owns " + entity + ".");
        }
        answer.path("owners").forEach(owner -> {
            output.line(entity + " is owned by " + named(owner) + ".");
            people(owner, output);
        });
    }

    private static String named(JsonNode owner) {
        String title = Json.text(owner, "title");
        return References.brief(Json.text(owner, "ref"))
                + (title.isEmpty() ? "" : " (" + title + ")")
                + (owner.path("exists").asBoolean() ? "" : ", whom the catalog does not know");
    }

    private static void people(JsonNode owner, Output output) {
        if (!owner.path("parents").isEmpty()) {
            output.line("  below    " + References.brief(owner.path("parents"), "ref"));
        }
        if (!owner.path("members").isEmpty()) {
            output.line("  members  " + References.brief(owner.path("members"), "ref"));
        }
    }

    private static void owned(JsonNode owned, Output output) {
        if (!owned.path("through").isEmpty()) {
            List<String> through = new ArrayList<>();
            owned.path("through").forEach(group -> through.add(References.brief(group.asString())));
            output.line("  through  " + String.join(", ", through));
        }
        Table table = new Table("OWNS", "TYPE", "LIFECYCLE", "OWNER");
        owned.path("entities")
                .forEach(entity -> table.row(
                        References.brief(Json.text(entity, "ref")),
                        Json.text(entity, "type"),
                        Json.text(entity, "lifecycle"),
                        References.brief(Json.text(entity, "owner"))));
        if (table.isEmpty()) {
            output.line("It owns nothing in the catalog.");
            return;
        }
        output.table(table);
        output.line(
                Json.text(owned, "total") + (owned.path("complete").asBoolean() ? "" : " or more") + " altogether.");
    }
}
