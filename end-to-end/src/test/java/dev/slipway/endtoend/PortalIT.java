package dev.slipway.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The portal in a browser, from signing in to rolling back. */
@ResourceLock("machine")
class PortalIT {

    private static final String SERVICE = "pricing-api";
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(90_000);
    private static final PageAssertions.HasURLOptions SOON_THERE =
            new PageAssertions.HasURLOptions().setTimeout(30_000);

    @TempDir
    private Path directory;

    private Screens screens;
    private Stage stage;

    @BeforeEach
    void start() throws Exception {
        screens = Screens.open();
        stage = Stage.open(directory);
        stage.shortenGates();
    }

    @AfterEach
    void stop() {
        if (stage != null) {
            stage.close();
        }
        if (screens != null) {
            screens.close();
        }
    }

    @Test
    void walksAServiceFromItsFormToProductionAndBack() {
        Page rosa = signIn("rosa");
        create(rosa);
        followsLive(rosa);
        visitsTheServicesPages(rosa);
        changesAVariable(rosa);
        promote();
        approveAsRemy();
        keepsAFormThatIsBegunWhileAnAnswerIsOnItsWay(rosa);
        asksAgainForWhatChangedWhileAnAnswerWasOnItsWay(rosa);
        rollBack(rosa);
        visitsTheCatalog(rosa);
        visitsTheRest(rosa);
        signOut(rosa);

        assertThat(screens.complaints()).allMatch(complaint -> complaint.contains("/services/nobody"));
    }

    private Page signIn(String person) {
        Page page = screens.page("http://127.0.0.1:" + stage.server().port());
        page.navigate("/");
        assertThat(page).hasURL(Pattern.compile("/sign-in"));
        screens.look(page, "sign-in-" + person);
        page.getByLabel("Account").fill(person);
        page.getByLabel("Password").fill(stage.password(person));
        button(page, "Sign in").click();
        assertThat(page.locator("h1, h2").first()).containsText("Ahoy");
        screens.look(page, "home-" + person);
        return page;
    }

    private void create(Page page) {
        page.navigate("/create");
        screens.look(page, "create");
        page.navigate("/create/java-service");
        Locator form = page.locator("#form-fields");
        form.getByLabel("Name").fill("Pricing API");
        form.getByLabel("Team").click();
        page.keyboard().type("red");
        page.locator(".picker-option").first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(form.getByLabel("Team")).hasValue("group:default/red");
        button(page, "Next").click();
        assertThat(page.locator(".invalid-feedback")).containsText("lower-case letters");
        screens.look(page, "create-wrong-name");
        form.getByLabel("Name").fill(SERVICE);
        form.getByLabel("Description").fill("Knows what everything costs");
        assertThat(page.locator("#preview")).containsText("Declare " + SERVICE, SOON);
        button(page, "Next").click();
        form.getByLabel("Replicas in production").fill("2");
        screens.look(page, "create-replicas");
        button(page, "Review").click();
        screens.look(page, "create-review");
        button(page, "Create").click();
        assertThat(page.locator("#run")).containsText("It is there", SOON);
        screens.look(page, "run");
    }

    /** The page is opened once; what happens appears in it by itself. */
    private void followsLive(Page page) {
        page.navigate("/services/" + SERVICE);
        page.evaluate("() => { window.neverReloaded = true; }");
        assertThat(health(page, "dev")).containsText("Healthy", SOON);
        assertThat(health(page, "staging")).containsText("Healthy", SOON);
        assertThat(card(page, "production").getByText("Promote").first()).isVisible();
        assertThat(page.evaluate("() => window.neverReloaded")).isEqualTo(true);
        screens.look(page, "service");
    }

    private void visitsTheServicesPages(Page page) {
        for (String tab : new String[] {"builds", "history", "configuration", "logs", "settings"}) {
            page.navigate("/services/" + SERVICE + "/" + tab);
            screens.look(page, "service-" + tab);
        }
        page.navigate("/services/" + SERVICE);
        page.locator(".build-row").first().click();
        assertThat(page).hasURL(Pattern.compile("/builds/\\d+"), SOON_THERE);
        screens.look(page, "build");
    }

    private void changesAVariable(Page page) {
        page.navigate("/services/" + SERVICE + "/configuration?environment=dev&variable=GREETING");
        page.getByLabel("Value").fill("Ahoy");
        button(page, "Propose for dev").click();
        assertThat(page).hasURL(Pattern.compile("/repositories/acme/" + SERVICE + "/pulls/\\d+"), SOON_THERE);
        assertThat(page.locator("main")).containsText("GREETING");
        screens.look(page, "pull-request");
        String pull = page.url();
        visitsThePreview(page, pull.substring(pull.lastIndexOf('/') + 1));
        page.navigate(pull);
        button(page, "Merge").click();
        assertThat(page.locator("main")).containsText("Merged", SOON);
        screens.look(page, "pull-request-merged");
        page.navigate("/repositories/acme/" + SERVICE);
        screens.look(page, "repository");
        page.navigate("/repositories/acme/" + SERVICE + "/releases");
        page.getByLabel("Version").fill("v1.0.0");
        page.getByLabel("Notes").fill("The first.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish"))
                .click();
        assertThat(page.locator("strong", new Page.LocatorOptions().setHasText("v1.0.0")))
                .isVisible();
        screens.look(page, "releases");
    }

    private void visitsThePreview(Page page, String number) {
        page.navigate("/previews/" + SERVICE + "/" + number);
        assertThat(page.locator("#preview")).containsText("Ready", SOON);
        screens.look(page, "preview");
        page.navigate("/previews?team=red");
        assertThat(page.locator("#previews")).containsText(SERVICE);
        screens.look(page, "previews");
        page.navigate("/services/" + SERVICE + "/previews");
        screens.look(page, "service-previews");
    }

    /** Ren, who did not write it, asks. */
    private void promote() {
        Page ren = signIn("ren");
        ren.navigate("/services/" + SERVICE);
        assertThat(card(ren, "staging")).containsText("Set GREETING", SOON);
        assertThat(health(ren, "staging")).containsText("Healthy", SOON);
        Locator production = card(ren, "production");
        assertThat(production).containsText("Set GREETING", SOON);
        production.locator("summary").filter(text("Promote")).click();
        button(production, "Promote").click();
        assertThat(ren.locator("main")).containsText("approval", SOON);
        screens.look(ren, "promotion-asked");
    }

    private void approveAsRemy() {
        Page remy = signIn("remy");
        remy.getByText("Look and decide").first().click();
        assertThat(remy).hasURL(Pattern.compile("/promotions/\\d+"), SOON_THERE);
        screens.look(remy, "promotion-to-approve");
        opensADialogWhileAnswersAreOnTheirWay(remy);
        remy.locator("#approve").getByLabel("Comment").fill("Looks good");
        button(remy.locator("#approve"), "Approve").click();
        assertThat(remy.locator("#promotion")).containsText("Succeeded", SOON);
        screens.look(remy, "promotion-succeeded");
    }

    /** One answer comes while the button is down, another one while what is behind the dialog is darkened. */
    private void opensADialogWhileAnswersAreOnTheirWay(Page page) {
        Locator approve = page.locator("[data-bs-target='#approve']");
        String promotion = URI.create(page.url()).getPath();
        answersAfter(page, promotion, () -> {
            approve.hover();
            page.mouse().down();
        });
        page.mouse().up();
        assertThat(page.locator("#approve")).isVisible();

        answersAfter(page, promotion, () -> {
            page.evaluate("""
                    () => {
                      const slow = new CSSStyleSheet();
                      slow.replaceSync(".modal-backdrop { transition-duration: 3s !important; }");
                      document.adoptedStyleSheets.push(slow);
                    }""");
            approve.click();
        });
        assertThat(page.locator("#approve")).isVisible();
    }

    private void keepsAFormThatIsBegunWhileAnAnswerIsOnItsWay(Page page) {
        Locator reason = card(page, "staging").getByLabel("Reason").first();
        answersAfter(page, "/services/" + SERVICE, () -> {
            card(page, "staging")
                    .locator("details.action", new Locator.LocatorOptions().setHas(page.locator("[name=reason]")))
                    .first()
                    .locator("summary")
                    .click();
            reason.fill("Begun");
        });
        assertThat(reason).isVisible();
        assertThat(reason).hasValue("Begun");
    }

    /** A page asks for what is new as soon as it is connected; the answer comes after what the reader does. */
    private static void answersAfter(Page page, String path, Runnable reader) {
        AtomicReference<Route> asked = new AtomicReference<>();
        String address = "**" + path;
        page.navigate("about:blank"); // the page that asks is the one that is loaded now
        page.route(address, route -> {
            boolean live = route.request().headers().containsKey("hx-request");
            if (!live || !asked.compareAndSet(null, route)) {
                route.resume();
            }
        });
        page.navigate(path);
        page.waitForCondition(() -> asked.get() != null);
        reader.run();
        page.evaluate(
                "document.addEventListener('htmx:afterRequest', () => { document.body.dataset.answered = 'yes'; })");
        asked.get().resume();
        page.locator("body[data-answered]").waitFor();
        page.unroute(address);
    }

    /** The page is told twice to look again; the answer to the first time comes after the second, and is old. */
    private void asksAgainForWhatChangedWhileAnAnswerWasOnItsWay(Page page) {
        String url = "**/services/" + SERVICE + "/history";
        AtomicInteger connections = new AtomicInteger();
        AtomicReference<Route> first = new AtomicReference<>();
        page.route("**/live?*", route -> {
            boolean tells = connections.incrementAndGet() <= 2;
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(tells ? 200 : 204)
                    .setContentType("text/event-stream")
                    .setBody(tells ? "retry: 300\nevent: hello\ndata:\n\n" : ""));
        });
        page.route(url, route -> {
            boolean history = "history".equals(route.request().headers().get("hx-target"));
            if (!history || !first.compareAndSet(null, route)) {
                route.resume();
            }
        });
        page.navigate("/services/" + SERVICE + "/history");
        page.waitForCondition(() -> first.get() != null && connections.get() > 2);
        first.get()
                .fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<div id='history' data-live='service/" + SERVICE + "'>Nothing yet</div>"));
        assertThat(page.locator("#history")).containsText("Deployments and promotions");
        page.unrouteAll();
    }

    private void rollBack(Page page) {
        page.navigate("/services/" + SERVICE);
        assertThat(health(page, "production")).containsText("Healthy", SOON);
        assertThat(card(page, "production").locator("summary").filter(text("Roll back")))
                .hasCount(0);
        Locator staging = card(page, "staging");
        assertThat(staging).containsText("Set GREETING", SOON);
        staging.locator("summary").filter(text("Roll back")).click();
        staging.getByLabel("Reason").fill("Greets too loudly");
        button(staging, "Roll back").click();
        assertThat(page).hasURL(Pattern.compile("/promotions/\\d+"), SOON_THERE);
        page.navigate("/services/" + SERVICE);
        assertThat(staging).containsText("On hold", SOON);
        assertThat(staging).containsText("Greets too loudly");
        screens.look(page, "service-rolled-back");
    }

    private void visitsTheCatalog(Page page) {
        String component = "catalog/default/component/" + SERVICE;
        for (String path : new String[] {
            component,
            component + "/impact",
            "catalog/default/group/red/ownership",
            "catalog/health",
            "catalog/locations"
        }) {
            page.navigate("/" + path);
            screens.look(page, path.replace('/', '-'));
        }
        page.navigate("/" + component + "/graph");
        page.locator(".graph-centre").waitFor();
        page.locator(".graph a").first().focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/group/red/graph"), SOON_THERE);
        screens.look(page, "catalog-graph");
        searchesTheCatalog(page);
    }

    /** While the list changes below, the one who types goes on. */
    private void searchesTheCatalog(Page page) {
        page.navigate("/catalog");
        page.locator("#catalog-q").click();
        page.keyboard().type("pric");
        assertThat(page).hasURL(Pattern.compile("q=pric$"), SOON_THERE);
        page.keyboard().type("ing");
        assertThat(page).hasURL(Pattern.compile("q=pricing$"), SOON_THERE);
        assertThat(page.locator("#catalog-results")).containsText("1 to 1 of 1");
        assertThat(page.locator("#catalog-q")).isFocused();
        screens.look(page, "catalog");
    }

    private void visitsTheRest(Page page) {
        for (String path : new String[] {"", "services", "repositories", "platform", "hosts", "account"}) {
            page.navigate("/" + path);
            screens.look(page, "end-" + (path.isEmpty() ? "home" : path));
        }
        page.navigate("/services/nobody");
        screens.look(page, "not-found");
    }

    private void signOut(Page page) {
        page.navigate("/");
        page.locator(".viewer:visible").first().click();
        button(page, "Sign out")
                .filter(new Locator.FilterOptions().setVisible(true))
                .click();
        assertThat(page).hasURL(Pattern.compile("/sign-in"), SOON_THERE);
        page.navigate("/services");
        assertThat(page).hasURL(Pattern.compile("/sign-in"));
    }

    private static Locator card(Page page, String environment) {
        return page.locator("#environment-" + environment);
    }

    private static Locator health(Page page, String environment) {
        return card(page, environment).locator(".card-header");
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator part, String name) {
        return part.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
