package dev.slipway.platform.definition;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.yaml.YamlException;
import dev.slipway.documents.yaml.YamlMap;
import dev.slipway.documents.yaml.YamlReader;
import dev.slipway.documents.yaml.YamlValue;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads platform.yaml and teams/ of a tree into a definition, or says everything that is wrong with them. */
public final class DefinitionReader {

    static final String FILE = "platform.yaml";

    private static final SchemaCheck SCHEMA = new SchemaCheck("platform.schema.json");

    private final RepositoryRef repository;

    /** @param repository the platform repository, whose organisation holds the services' repositories */
    public DefinitionReader(RepositoryRef repository) {
        this.repository = repository;
    }

    public Reading read(FileTree tree) {
        List<Problem> problems = new ArrayList<>();
        Groups groups = new GroupReader(problems).read(tree);
        Optional<YamlMap> platform = platformDocument(tree, problems);
        if (platform.isEmpty()) {
            return new Reading.Bad(problems);
        }
        PlatformDefinition definition = new SpecReader(repository, groups, problems).read(platform.get());
        return problems.isEmpty() ? new Reading.Good(definition) : new Reading.Bad(problems);
    }

    /** What stands in teams/ of a tree and is passed over by {@link #read}, because it is not what belongs there. */
    public List<Problem> passedOver(FileTree tree) {
        return TeamFiles.passedOver(tree);
    }

    private static Optional<YamlMap> platformDocument(FileTree tree, List<Problem> problems) {
        Optional<String> text = tree.text(FILE);
        if (text.isEmpty()) {
            problems.add(Problem.at(FILE, "The platform repository has no platform.yaml."));
            return Optional.empty();
        }
        try {
            Optional<YamlValue> document = YamlReader.core().document(FILE, text.get());
            if (document.isEmpty()) {
                problems.add(Problem.at(FILE, "The file is empty.").expecting("a document of kind Platform"));
            }
            return document.flatMap(each -> valid(each, problems));
        } catch (YamlException e) {
            problems.add(Problem.at(e.place().toString(), e.reason()));
            return Optional.empty();
        }
    }

    private static Optional<YamlMap> valid(YamlValue document, List<Problem> problems) {
        List<Problem> found = SCHEMA.problems(document);
        problems.addAll(found);
        return found.isEmpty() ? document.asMap() : Optional.empty();
    }

    /** The groups of teams/, and the teams among them. */
    record Groups(List<Group> all, List<Team> teams) {
        Optional<Group> find(String name) {
            return all.stream().filter(group -> group.name().equals(name)).findFirst();
        }
    }

    /** One Group document. */
    record Group(String name, String title, YamlValue typed, List<String> members, YamlValue at) {
        String type() {
            return typed.asText().orElseThrow();
        }
    }
}
