package dev.slipway.scaffolder.manifests;

import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Intent;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.git.GitContent;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import dev.slipway.platform.Environment;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.scaffolder.ScaffolderException;
import dev.slipway.scaffolder.ServiceDeclarations;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the changes from the definition in force and the overlays of the service's repository. */
@Component
class PlatformPart implements ServiceDeclarations {

    private static final String MAIN = "main";
    private static final String KIND = "scaffold";

    private final GitContent content;
    private final Platforms platforms;

    PlatformPart(GitContent content, Platforms platforms) {
        this.content = content;
        this.platforms = platforms;
    }

    @Override
    public List<Environment> environments(ServiceName service, CommitId commit) {
        PlatformDefinition definition = platforms.current();
        Snapshot snapshot = content.snapshot(repository(definition, service), commit);
        return definition.environments().stream()
                .filter(environment -> snapshot.isFile(kustomization(environment)))
                .toList();
    }

    @Override
    public ChangeRequest declare(
            ChangeId id,
            ServiceName service,
            TeamName team,
            CommitId commit,
            String body,
            Actor actor,
            ChangeRequest.Delivery delivery) {
        PlatformDefinition definition = platforms.current();
        List<Environment> environments = environments(service, commit);
        if (environments.isEmpty()) {
            throw none(definition);
        }
        String names = environments.stream()
                .map(environment -> environment.name().value())
                .collect(Collectors.joining(", "));
        return new ChangeRequest(
                id,
                definition.repository(),
                MAIN,
                new Intent.PutTrees(ServiceTrees.of(
                        definition, environments, service, team, repository(definition, service), commit)),
                KIND,
                service,
                null,
                "Declare " + service + " in " + names,
                body,
                actor,
                List.of(),
                delivery);
    }

    @Override
    public ChangeRequest add(
            ChangeId id,
            ServiceName service,
            TeamName team,
            Environment environment,
            CommitId commit,
            String body,
            Actor actor) {
        PlatformDefinition definition = platforms.current();
        Map<String, FileContent> files = new TreeMap<>();
        ServiceTrees.of(definition, List.of(environment), service, team, repository(definition, service), commit)
                .forEach((tree, below) -> below.forEach((path, file) -> files.put(TreePath.join(tree, path), file)));
        return new ChangeRequest(
                id,
                definition.repository(),
                MAIN,
                new Intent.AddFiles(files),
                KIND,
                service,
                null,
                "Declare " + service + " in " + environment.name(),
                body,
                actor,
                List.of(),
                definition.scaffoldsForReview()
                        ? ChangeRequest.Delivery.PULL_REQUEST_FOR_REVIEW
                        : ChangeRequest.Delivery.PULL_REQUEST_MERGED_ON_GREEN);
    }

    @Override
    public ChangeRequest takeBack(ChangeId id, ServiceName service, String body, Actor actor) {
        PlatformDefinition definition = platforms.current();
        return new ChangeRequest(
                id,
                definition.repository(),
                MAIN,
                new Intent.RemoveTrees(ServiceTrees.paths(definition, service)),
                KIND,
                service,
                null,
                "Take back the declaration of " + service,
                body,
                actor,
                List.of(),
                ChangeRequest.Delivery.PULL_REQUEST_MERGED_ON_GREEN);
    }

    private static ScaffolderException none(PlatformDefinition definition) {
        return new ScaffolderException(
                ProblemCode.INVALID,
                List.of(Problem.of("The repository has no overlay for any environment.")
                        .expecting(definition.environments().stream()
                                .map(PlatformPart::kustomization)
                                .collect(Collectors.joining(" or ")))
                        .next("Correct the template's skeleton.")));
    }

    private static RepositoryRef repository(PlatformDefinition definition, ServiceName service) {
        return new RepositoryRef(definition.organisation(), service.value());
    }

    private static String kustomization(Environment environment) {
        return "deploy/overlays/" + environment.name() + "/kustomization.yaml";
    }
}
