package dev.slipway.scaffolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.audit.Audit;
import dev.slipway.audit.AuditQuery;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogLocation;
import dev.slipway.catalog.Locations;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.entities.EntityRef;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewCommit;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scaffolder.run.ActionRegistry;
import dev.slipway.scaffolding.action.Action;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.ActionResult;
import dev.slipway.scaffolding.action.RunInfo;
import dev.slipway.scaffolding.action.Workspace;
import dev.slipway.support.SlipwayTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A template's entity is in the catalog when its step ends, with the real Git host. */
@SlipwayTest
@TestPropertySource(
        properties = {
            "slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform,catalog,scaffolder",
            "slipway.sample=true"
        })
class RegisterEntityIT {

    private static final Actor ROSA = new Actor.Person("rosa");
    private static final RepositoryRef PLATFORM = new RepositoryRef("acme", "platform");
    private static final String TEMPLATE = """
            apiVersion: scaffolder.backstage.io/v1beta3
            kind: Template
            metadata: {name: registering, title: Registering}
            spec:
              owner: platform
              type: library
              parameters:
                - title: The library
                  properties:
                    name: {type: string}
              steps:
                - id: write
                  name: Write
                  action: catalog:write
                  input:
                    filePath: docs/entity.yaml
                    entity:
                      apiVersion: backstage.io/v1alpha1
                      kind: Component
                      metadata: {name: "${{ parameters.name }}"}
                      spec: {type: library, lifecycle: production, owner: red}
                - id: publish
                  name: Publish
                  action: publish:github
                  input: {repoUrl: "localhost?owner=acme&repo=${{ parameters.name }}"}
                - id: register
                  name: Register
                  action: catalog:register
                  input:
                    repoContentsUrl: ${{ steps.publish.output.repoContentsUrl }}
                    catalogInfoPath: /docs/entity.yaml
              output:
                text: [{title: Registered, content: "${{ steps.register.output.entityRef }}"}]
            """;

    @Autowired
    TemplateRuns runs;

    @Autowired
    Templates templates;

    @Autowired
    ActionRegistry registry;

    @Autowired
    Catalog catalog;

    @Autowired
    Locations locations;

    @Autowired
    Audit audit;

    @Autowired
    GitHost host;

    @Autowired
    GitContent git;

    private final String name = "r" + UUID.randomUUID().toString().substring(0, 8);
    private final RepositoryRef repository = new RepositoryRef("acme", name);
    private final String run = UUID.randomUUID().toString();

    @Test
    void aTemplateEndsWhenTheCatalogKnowsItsEntity() {
        push(PLATFORM, "templates/registering/template.yaml", TEMPLATE);
        await().until(() ->
                templates.all().stream().anyMatch(each -> each.name().equals("registering")));

        RunId id = runs.start("registering", Map.of("name", name), ROSA).id();
        await().until(() -> runs.find(id).orElseThrow().status().ended());

        TemplateRun ended = runs.find(id).orElseThrow();
        assertThat(ended.status()).as(ended.failure()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(ended.texts()).extracting(TemplateRun.Text::markdown).containsExactly("component:default/" + name);
        assertThat(catalog.find(ref())).isPresent();
        assertThat(registered()).hasSize(1);
        assertThat(audit.entries(
                        AuditQuery.about("location:" + registered().getFirst().id(), 5)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.account()).isEqualTo("rosa"))
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("catalog.location-registered"));
    }

    @Test
    void registersOnceHoweverOftenItIsKilled() {
        create("other/entity.yaml", component());
        Map<String, @Nullable Object> input =
                Map.of("repoContentsUrl", "/repositories/" + repository, "catalogInfoPath", "other/entity.yaml");

        assertThat(action().run(context(input))).isInstanceOf(ActionResult.Waiting.class);
        await().until(() -> action().run(context(input)) instanceof ActionResult.Done);
        action().run(context(input));

        assertThat(registered()).hasSize(1);
        action().undo(context(input));
        assertThat(registered()).isEmpty();
        await().until(() -> catalog.find(ref()).isEmpty());
        action().undo(context(input));
    }

    @Test
    void registersNothingThatTheCatalogFindsByItself() {
        create("catalog-info.yaml", component());
        Map<String, @Nullable Object> input = Map.of("repoContentsUrl", "/repositories/" + repository);

        await().until(() -> action().run(context(input)) instanceof ActionResult.Done done
                && ref().toString().equals(done.outputs().get("entityRef")));

        assertThat(registered()).isEmpty();
        assertThat(catalog.find(ref())).isPresent();
    }

    @Test
    void saysWhereWhatIsWrong() {
        create("catalog-info.yaml", component().replace("owner: red", "owner: [red]"));
        Map<String, @Nullable Object> input = Map.of("repoContentsUrl", "/repositories/" + repository);

        assertThatThrownBy(() -> action().run(context(input)))
                .isInstanceOf(ActionException.class)
                .hasMessageContaining("catalog-info.yaml:4:")
                .hasMessageContaining("spec.owner");
        assertThatThrownBy(() -> action().run(context(Map.of())))
                .hasMessageContaining("give catalogInfoUrl, or repoContentsUrl");
    }

    @Test
    void goesOnWithoutAFileThatIsOptional() {
        create("README.md", "x");
        Map<String, @Nullable Object> input =
                Map.of("repoContentsUrl", "/repositories/" + repository, "optional", true);

        assertThat(action().run(context(input)))
                .isInstanceOfSatisfying(
                        ActionResult.Done.class,
                        done -> assertThat(done.outputs()).containsOnlyKeys("catalogInfoUrl"));
        assertThat(registered()).isEmpty();
    }

    @Test
    void saysWhoHasTheEntityAlready() {
        create("catalog-info.yaml", component());
        await().until(() -> catalog.find(ref()).isPresent());
        push(repository, "copy/entity.yaml", component());
        Map<String, @Nullable Object> input =
                Map.of("repoContentsUrl", "/repositories/" + repository, "catalogInfoPath", "copy/entity.yaml");

        assertThatThrownBy(() -> action().run(context(input)))
                .hasMessageContaining("is declared in catalog-info.yaml of acme/" + name + " already");
        action().undo(context(input));
    }

    private Action action() {
        return registry.actions().find("catalog:register").orElseThrow();
    }

    private ActionContext context(Map<String, @Nullable Object> input) {
        RunInfo info = new RunInfo(run, "user:default/rosa", "registering", "", Map.of());
        return new ActionContext(info, "register", input, new Workspace(), MemoryTree.of(Map.of()), line -> {});
    }

    private EntityRef ref() {
        return EntityRef.parse("component:" + name, "");
    }

    private List<CatalogLocation> registered() {
        return locations.all().stream()
                .filter(location -> location.target().contains(name))
                .toList();
    }

    private String component() {
        return "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: " + name
                + "}\nspec: {type: library, lifecycle: production, owner: red}\n";
    }

    private void create(String path, String text) {
        host.create(repository, "", ROSA);
        push(repository, path, text);
    }

    private void push(RepositoryRef to, String path, String text) {
        List<FileChange> changes = new ArrayList<>(List.of(new FileChange.Put(path, FileContent.text(text))));
        CommitId head = git.resolve(to, "refs/heads/main").orElse(null);
        NewCommit commit = new NewCommit(changes, "Change\n", new Commit.Person("Tester", "tester@example.org"));
        git.push(to, new BranchUpdate("main", head, head, List.of(commit)));
    }
}
