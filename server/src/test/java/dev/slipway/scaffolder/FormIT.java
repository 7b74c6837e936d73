package dev.slipway.scaffolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.git.BranchUpdate;
import dev.slipway.git.Commit;
import dev.slipway.git.FileChange;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.NewCommit;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.support.Caller;
import dev.slipway.support.Callers;
import dev.slipway.support.SlipwayTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A template that uses every kind of field, in a repository that the catalog has found, over HTTP. */
@SlipwayTest
@TestPropertySource(
        properties = {
            "slipway.test.modules=scheduling,audit,ui,identity,git,changes,platform,catalog,scaffolder",
            "slipway.sample=true"
        })
class FormIT {

    private static final RepositoryRef REPOSITORY = new RepositoryRef("acme", "showcase");
    private static final String FORM = "/create/catalog/default/everything";
    private static final Path FILES = Path.of("src/test/resources/templates/everything");
    private static final String LOCATION = """
            apiVersion: backstage.io/v1alpha1
            kind: Location
            metadata: {name: showcase}
            spec: {targets: [./template.yaml]}
            """;

    @Autowired
    Callers callers;

    @Autowired
    Templates templates;

    @Autowired
    TemplateRuns runs;

    @Autowired
    GitHost host;

    @Autowired
    GitContent content;

    private Caller rosa;

    @BeforeEach
    void publishTheTemplate() throws IOException {
        rosa = callers.browserOf("rosa");
        if (host.repository(REPOSITORY).isEmpty()) {
            host.create(REPOSITORY, "", new Actor.Person("rosa"));
            push(files());
        }
        await().until(() -> templates.all().stream()
                .anyMatch(each -> each.name().equals("template:default/everything") && each.usable()));
        await().until(() ->
                rosa.get("/api/catalog/entities/by-name/group/default/red").statusCode() == 200);
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("catalog-info.yaml", LOCATION);
        try (Stream<Path> paths = Files.walk(FILES)) {
            paths.filter(Files::isRegularFile)
                    .forEach(path -> files.put(FILES.relativize(path).toString(), read(path)));
        }
        return files;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void push(Map<String, String> files) {
        List<FileChange> changes = new ArrayList<>();
        files.forEach((path, text) -> changes.add(new FileChange.Put(path, FileContent.text(text))));
        content.push(
                REPOSITORY,
                new BranchUpdate(
                        "main",
                        content.resolve(REPOSITORY, "main").orElse(null),
                        null,
                        List.of(new NewCommit(changes, "Change it", new Commit.Person("rosa", "rosa@localhost")))));
    }

    private String answer(String path, String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        HttpResponse<String> answer = rosa.submit(FORM, path, fields);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 302);
        return answer.statusCode() == 302
                ? answer.headers().firstValue("Location").orElseThrow()
                : answer.body();
    }

    @Test
    void drawsEveryKindOfPlainField() {
        String page = rosa.get(FORM).body();

        assertThat(page)
                .contains("Read <strong>this</strong> first.")
                .doesNotContain("alert(1)")
                .containsPattern("<textarea[^>]*name=\"v.summary\" rows=\"3\"")
                .containsPattern("<input[^>]*name=\"v.password\" type=\"password\" value=\"\"")
                .containsPattern(
                        "<input[^>]*name=\"v.replicas\" type=\"number\" step=\"1\" min=\"1\" max=\"9\" value=\"2\"")
                .containsPattern("name=\"v.share\" type=\"range\" step=\"5\"")
                .containsPattern("name=\"v.mail\" type=\"email\" list=\"v.mail-offered\"")
                .containsPattern("name=\"v.since\" type=\"date\"")
                .containsPattern("<option value=\"gold\" disabled>Gold")
                .containsPattern("<option value=\"silver\" selected>Silver")
                .containsPattern("type=\"radio\"[^>]*name=\"v.colour\" value=\"red\" checked")
                .containsPattern("type=\"hidden\" name=\"v.tracking\" value=\"internal\"")
                .containsPattern("name=\"v.frozen\"[^>]*readonly")
                .contains("SomebodysOwnPicker", "not known here");
        assertThat(page.indexOf("Before you begin")).isLessThan(page.indexOf("v.name"));
    }

    @Test
    void saysAllProblemsOfAPageBesideTheirFields() {
        String page = answer(
                FORM,
                "page",
                "0",
                "go",
                "next",
                "v.name",
                "-wrong-",
                "v.mail",
                "nobody",
                "v.replicas",
                "many",
                "v.homepage",
                "x y");

        assertThat(page)
                .contains("Begin and end with a letter or digit", "Must be an e-mail address", "Must be a whole number")
                .contains("Please fill this in.")
                .containsPattern(
                        "id=\"v.name\"[^>]*aria-describedby=\"v.name-error v.name-help\"[^>]*aria-invalid=\"true\"")
                .containsPattern("id=\"v.name-error\" role=\"alert\"")
                .contains("value=\"-wrong-\"", "value=\"many\"");
    }

    @Test
    void asksForWhatOtherAnswersNeed() {
        assertThat(answer(FORM, "page", "1", "go", "stay", "v.storage", "none"))
                .doesNotContain("name=\"v.plan\"", "name=\"v.region\"", "name=\"v.reason\"");
        assertThat(answer(FORM, "page", "1", "go", "stay", "v.storage", "sql", "v.production", "true"))
                .contains("name=\"v.plan\"", "name=\"v.reason\"")
                .contains(">Database</span>");
        assertThat(answer(
                        FORM,
                        "page",
                        "1",
                        "go",
                        "next",
                        "v.storage",
                        "sql",
                        "shown",
                        "storage production card address"))
                .contains("Please fill this in.");
        assertThat(answer(FORM, "page", "1", "go", "next", "v.card", "1", "v.production", "true", "v.reason", "no"))
                .contains("Say a little more.", "Please fill this in.");
        assertThat(answer(FORM, "page", "1", "go", "next", "v.storage", "none")).contains("name=\"n.hosts\"");
    }

    @Test
    void staysWhereAnswersBringFieldsThatTheBrowserDidNotShow() {
        assertThat(answer(
                        FORM,
                        "page",
                        "1",
                        "go",
                        "next",
                        "v.storage",
                        "bucket",
                        "shown",
                        "storage production card address"))
                .contains("please look again", "name=\"v.region\"");
    }

    @Test
    void listsGrowShrinkAndChangeTheirOrder() {
        String[] two = {"page", "3", "n.hosts", "2", "v.hosts.0", "one", "v.hosts.1", "two"};

        assertThat(answer(FORM, with(two, "go", "add:hosts")))
                .contains("id=\"v.hosts.2\"")
                .doesNotContain("id=\"add-hosts\"");
        assertThat(answer(FORM, with(two, "go", "remove:hosts.0")))
                .containsPattern("id=\"v.hosts.0\"[^>]*value=\"two\"")
                .doesNotContain("id=\"v.hosts.1\"");
        assertThat(answer(FORM, with(two, "go", "up:hosts.1"))).containsPattern("id=\"v.hosts.0\"[^>]*value=\"two\"");
        assertThat(answer(FORM, with(two, "go", "add:tables"))).contains("name=\"v.tables.0.name\"");
        assertThat(answer(
                        FORM,
                        "page",
                        "3",
                        "go",
                        "next",
                        "n.hosts",
                        "2",
                        "v.hosts.0",
                        "B",
                        "v.hosts.1",
                        "",
                        "n.tables",
                        "1"))
                .contains("This does not match", "Fill this in, or remove the entry.", "id=\"v.tables.0.name-error\"");
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void pickersOfferWhatTheCatalogHas() {
        assertThat(answer(FORM + "/suggestions", "field", "owner", "v.owner", "red"))
                .contains("data-value=\"group:default/red\"")
                .doesNotContain("user:default/rosa");
        assertThat(answer(FORM + "/suggestions", "field", "group"))
                .contains("group:default/red")
                .doesNotContain("group:default/blue");
        assertThat(answer(FORM + "/suggestions", "field", "part", "v.part", "nothing-like-it"))
                .contains("Nothing like this");
    }

    @Test
    void goldenPathsOfferTeamsAloneAsOwners() {
        assertThat(answer("/create/java-service/suggestions", "field", "team", "v.team", "red"))
                .contains("data-value=\"group:default/red\"")
                .doesNotContain("red-leads");
    }

    @Test
    void pickersTakeReferencesAndSayWhatIsNotThere() {
        String page = answer(
                FORM,
                "page",
                "4",
                "go",
                "next",
                "v.owner",
                "red",
                "v.part",
                "nobody",
                "v.group",
                "group:default/blue",
                "a.labels",
                "Java",
                "a.uses",
                "one,two");

        assertThat(page)
                .containsPattern("id=\"v.owner\"[^>]*value=\"group:default/red\"")
                .contains("The catalog does not know \"component:default/nobody\"")
                .contains("\"group:default/blue\" is not one of those")
                .contains("\"Java\" is not a tag")
                .contains("name=\"v.uses\" value=\"component:default/two\"");
    }

    @Test
    void aRepositoryIsAskedForInParts() {
        String page = answer(
                FORM,
                "page",
                "4",
                "go",
                "next",
                "v.owner",
                "red",
                "r.repoUrl.host",
                "github.com",
                "r.repoUrl.owner",
                "them",
                "r.repoUrl.repo",
                "shop",
                "v.branch",
                "a..b");

        assertThat(page)
                .contains("\"them\" is not allowed here: expected acme.", "is not a name that Git allows")
                .containsPattern("name=\"r.repoUrl.owner\"");
    }

    @Test
    void secretsTravelSealedAndAreNeverShown() {
        String next = answer(FORM, "page", "0", "go", "next", "v.name", "shop", "v.password", "correct horse");
        assertThat(next).doesNotContain("correct horse");
        Matcher sealed =
                Pattern.compile("name=\"s.password\" value=\"([^\"]+)\"").matcher(next);
        assertThat(sealed.find()).isTrue();

        String review = answer(
                FORM,
                "page",
                "4",
                "go",
                "next",
                "v.name",
                "shop",
                "v.owner",
                "red",
                "s.password",
                sealed.group(1),
                "v.hush",
                "quiet");
        assertThat(review)
                .contains("Everything right?", "••••••", "&lt;as agreed&gt;", "Make it", "Return")
                .doesNotContain("correct horse", ">Hush<");
        assertThat(answer(FORM, "page", "0", "go", "next", "v.name", "shop", "s.password", "forged"))
                .contains("Please fill this in.");
    }

    @Test
    void thePreviewShowsWhatWouldBeMadeAndWhatIsMissing() {
        int before = runs.newest(50).size();
        String start = answer(FORM + "/preview", "v.summary", "x");
        assertThat(start).contains("Still to be answered", "Name", "‹name›.md", "app.yaml");

        String filled = answer(
                FORM + "/preview",
                "v.name",
                "shop",
                "v.password",
                "correct horse",
                "v.owner",
                "red",
                "n.hosts",
                "2",
                "v.hosts.0",
                "one",
                "v.hosts.1",
                "two",
                "r.repoUrl.host",
                "localhost",
                "r.repoUrl.owner",
                "acme",
                "r.repoUrl.repo",
                "platform");
        assertThat(filled)
                .doesNotContain("Still to be answered", "correct horse")
                .contains("shop.md", "Owned by group:default/red.", "- two", "There is a password.")
                .contains("Add shop", "acme/platform", "services/config/app.yaml");
        assertThat(runs.newest(50)).hasSize(before);
    }

    @Test
    void thePreviewSaysOfAnswersThatAreWrongWhatIsWrong() {
        String preview = answer(
                FORM + "/preview",
                "v.name",
                "-wrong-",
                "v.replicas",
                "many",
                "v.owner",
                "red",
                "v.part",
                "nobody",
                "n.hosts",
                "2",
                "v.hosts.0",
                "one",
                "v.hosts.1",
                "TWO");

        assertThat(preview)
                .containsPattern("<strong>Name</strong>: <span[^>]*>Begin and end with a letter or digit")
                .containsPattern("<strong>Replicas</strong>: <span[^>]*>Must be a whole number")
                .containsPattern("<strong>Hosts › 2</strong>: <span[^>]*>This does not match")
                .contains("The catalog does not know \"component:default/nobody\"")
                .containsPattern("Still to be answered: <strong>Password</strong>\\.");
    }

    @Test
    void restRefusesWhatTheFormRefuses() {
        HttpResponse<String> answer = callers.client(callers.token("rosa", Set.of()))
                .post(
                        "/api/v1/templates/default/everything/runs",
                        "{\"values\": {\"name\": \"shop\", \"password\": \"x\", \"owner\": \"red\", \"part\": \"nobody\"}}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("component:default/nobody");
    }

    @Test
    void restTakesSecretsApartFromTheAnswers() {
        Caller api = callers.client(callers.token("rosa", Set.of()));
        String path = "/api/v1/templates/default/everything/runs";

        assertThat(api.post(path, "{\"values\": {\"name\": \"shop\", \"owner\": \"red\"}}")
                        .body())
                .contains("password");
        HttpResponse<String> started = api.post(
                path,
                "{\"values\": {\"name\": \"shop\", \"owner\": \"red\"}, \"secrets\": {\"password\": \"correct horse\"}}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
        assertThat(started.body()).doesNotContain("correct horse");
    }

    @Test
    void runsATemplateOfTheCatalogAtTheCommitThatItWasStartedWith() {
        String run = answer(
                FORM, "page", "5", "go", "create", "v.name", "shop", "v.password", "correct horse", "v.owner", "red");
        assertThat(run).contains("/create/runs/");
        RunId id = RunId.parse(run.substring(run.lastIndexOf('/') + 1));
        await().until(() -> runs.find(id).orElseThrow().status().ended());

        TemplateRun ended = runs.find(id).orElseThrow();
        assertThat(ended.status()).as(ended.failure()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(ended.commit())
                .isEqualTo(content.resolve(REPOSITORY, "main").orElseThrow().value());
        assertThat(ended.texts()).extracting(TemplateRun.Text::markdown).containsExactly("**shop** is there.");
        assertThat(ended.values().toString()).doesNotContain("correct horse");
    }

    @Test
    void theListIsSearchedAndFiltered() {
        assertThat(rosa.get("/create?q=every+form&type=showcase&tag=forms").body())
                .contains("Everything a form can ask", "href=\"" + FORM + "\"", "acme/showcase/template.yaml")
                .doesNotContain("Java service</h2>");
        assertThat(rosa.get("/create?q=nothing").body()).contains("No template fits");
    }
}
