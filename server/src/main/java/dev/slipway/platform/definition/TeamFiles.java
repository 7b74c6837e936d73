package dev.slipway.platform.definition;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeEntry;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.Suggestions;
import dev.slipway.platform.definition.DefinitionReader.Group;
import dev.slipway.platform.definition.DefinitionReader.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what in teams/ means nothing to the definition: a team whose type is misspelled is no team, and without a word its members
 * would lose what they may do. Only the check on pull requests asks: what is on main already keeps its meaning.
 */
final class TeamFiles {

    private static final String OF_LEADS = "leads";

    /** Slipway's own, and those that Backstage describes: https://backstage.io/docs/features/software-catalog/descriptor-format. */
    private static final List<String> TYPES =
            List.of(GroupReader.TEAM, OF_LEADS, "group", "platform", "business-unit", "product-area", "root");

    private TeamFiles() {}

    static List<Problem> passedOver(FileTree tree) {
        List<Problem> problems = new ArrayList<>();
        tree.list(GroupReader.FOLDER).forEach(entry -> entry(tree, entry).ifPresent(problems::add));
        List<Problem> unread = new ArrayList<>(); // said by the reader of the definition
        Groups groups = new GroupReader(unread).read(tree);
        groups.all().forEach(group -> type(group).ifPresent(problems::add));
        if (unread.isEmpty() && problems.isEmpty()) {
            groups.all().forEach(group -> leads(group, groups).ifPresent(problems::add));
        }
        return problems;
    }

    private static Optional<Problem> entry(FileTree tree, TreeEntry entry) {
        if (GroupReader.isRead(entry)) {
            return isEmpty(entry.path(), tree.text(entry.path()).orElse(""))
                    ? Optional.of(Problem.at(entry.path(), "The file is empty.")
                            .expecting("documents of kind Group")
                            .next("Write the team into it, or remove the file."))
                    : Optional.empty();
        }
        return isForPeople(entry)
                ? Optional.empty()
                : Optional.of(Problem.at(entry.path(), "Nothing reads this: it is no YAML file directly in teams/.")
                        .expecting("teams/<team>.yaml")
                        .next("Rename it, or take it out of teams/."));
    }

    private static boolean isEmpty(String file, String text) {
        try {
            return YamlReader.core().documents(file, text).isEmpty();
        } catch (YamlException _) { // said by the reader of the definition
            return false;
        }
    }

    private static boolean isForPeople(TreeEntry entry) {
        return entry.isFile() && (entry.name().startsWith(".") || entry.name().endsWith(".md"));
    }

    private static Optional<Problem> type(Group group) {
        return TYPES.contains(group.type())
                ? Optional.empty()
                : Optional.of(new Problem(
                        group.typed().place().toString(),
                        "The group \"" + group.name() + "\" has the type \"" + group.type() + "\", which is none.",
                        "one of " + String.join(", ", TYPES),
                        Suggestions.didYouMean(group.type(), TYPES)
                                .orElse("A team has the type team, other people the type group.")));
    }

    private static Optional<Problem> leads(Group group, Groups groups) {
        List<String> known = groups.teams().stream()
                .map(team -> team.name() + GroupReader.LEADS)
                .toList();
        return !group.type().equals(OF_LEADS) || known.contains(group.name())
                ? Optional.empty()
                : Optional.of(new Problem(
                        group.at().place().toString(),
                        "The group \"" + group.name() + "\" leads no team.",
                        "<team>-leads, after a team of teams/",
                        Suggestions.didYouMean(group.name(), known)
                                .orElse("Give it the type group, or add its team.")));
    }
}
