package dev.slipway.platform.definition;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.Team;
import dev.slipway.platform.definition.DefinitionReader.Group;
import dev.slipway.platform.definition.DefinitionReader.Groups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads teams/*.yaml: Backstage Groups with their members. */
final class GroupReader {

    static final String FOLDER = "teams";
    static final String TEAM = "team";
    static final String LEADS = "-leads";

    private static final SchemaCheck SCHEMA = new SchemaCheck("group.schema.json");

    private final List<Problem> problems;

    GroupReader(List<Problem> problems) {
        this.problems = problems;
    }

    Groups read(FileTree tree) {
        List<Group> groups = new ArrayList<>();
        for (TreeEntry file : tree.list(FOLDER)) {
            if (isRead(file)) {
                groups.addAll(groups(file.path(), tree.text(file.path()).orElse("")));
            }
        }
        refuseDoubles(groups);
        List<Team> teams = groups.stream()
                .filter(group -> group.type().equals(TEAM))
                .map(group -> team(group, groups))
                .toList();
        refusePrefixes(groups);
        return new Groups(groups, teams);
    }

    static boolean isRead(TreeEntry entry) {
        return entry.isFile() && (entry.name().endsWith(".yaml") || entry.name().endsWith(".yml"));
    }

    private List<Group> groups(String file, String text) {
        try {
            return YamlReader.core().documents(file, text).stream()
                    .flatMap(document -> group(document).stream())
                    .toList();
        } catch (YamlException e) {
            problems.add(Problem.at(e.place().toString(), e.reason()));
            return List.of();
        }
    }

    private Optional<Group> group(YamlValue document) {
        List<Problem> found = SCHEMA.problems(document);
        problems.addAll(found);
        return found.isEmpty() ? document.asMap().map(GroupReader::group) : Optional.empty();
    }

    private static Group group(YamlMap document) {
        YamlMap metadata = document.map("metadata").orElseThrow();
        YamlMap spec = document.map("spec").orElseThrow();
        String name = metadata.text("name").orElseThrow();
        String title = spec.map("profile")
                .flatMap(profile -> profile.text("displayName"))
                .or(() -> metadata.text("title"))
                .orElse(name);
        List<String> members = spec.items("members").stream()
                .flatMap(member -> member.asText().stream())
                .toList();
        return new Group(
                name,
                title,
                spec.get("type").orElseThrow(),
                members,
                metadata.get("name").orElseThrow());
    }

    private static Team team(Group group, List<Group> all) {
        Set<String> leads = all.stream()
                .filter(other -> other.name().equals(group.name() + LEADS))
                .findFirst()
                .map(other -> Set.copyOf(other.members()))
                .orElse(Set.of());
        return new Team(new TeamName(group.name()), group.title(), Set.copyOf(group.members()), leads);
    }

    private void refuseDoubles(List<Group> groups) {
        Map<String, Group> seen = new HashMap<>();
        for (Group group : groups) {
            Group first = seen.putIfAbsent(group.name(), group);
            if (first != null) {
                problems.add(Problem.at(
                        group.at().place().toString(),
                        "The group \"" + group.name() + "\" is defined a second time; the first is at "
                                + first.at().place() + "."));
            }
        }
    }

    /** {@code red} and {@code red-blue} would meet in namespaces and hosts. */
    private void refusePrefixes(List<Group> groups) {
        List<Group> teams =
                groups.stream().filter(group -> group.type().equals(TEAM)).toList();
        for (Group team : teams) {
            teams.stream()
                    .filter(other -> team.name().startsWith(other.name() + "-"))
                    .forEach(other -> problems.add(new Problem(
                            team.at().place().toString(),
                            "The team name \"" + team.name() + "\" begins with the name of the team \"" + other.name()
                                    + "\" and a hyphen.",
                            "names of which none is another's beginning, because they are joined with hyphens in namespaces and hosts",
                            "Choose another name, for example \"" + team.name().replace("-", "") + "\".")));
        }
    }
}
