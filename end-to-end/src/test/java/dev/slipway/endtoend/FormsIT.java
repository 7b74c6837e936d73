package dev.slipway.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A form with every kind of field, filled in by keyboard alone. */
@ResourceLock("machine")
@ExtendWith(SharedStage.class)
class FormsIT {

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    private static final Path TEMPLATES = Path.of("../server/src/test/resources/templates");

    private final Stage stage;

    FormsIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void aFormIsFilledInByKeyboardWhileItsPreviewFollows() throws IOException {
        publish("everything");
        try (Screens screens = Screens.open()) {
            Page page = signIn(screens);
            page.navigate("/create/everything");
            plainFields(page, screens);
            conditions(page);
            lists(page);
            entities(page, screens);
            review(page, screens);
            assertThat(screens.complaints()).isEmpty();
        }
    }

    @Test
    void whatIsReadOnlyOrDisabledIsShownAndNotChanged() throws IOException {
        publish("locked");
        try (Screens screens = Screens.open()) {
            Page page = signIn(screens);
            page.navigate("/create/locked");
            assertThat(page.locator("#form-fields button:visible")).hasCount(0);
            page.getByLabel("blue").click(new Locator.ClickOptions().setForce(true));
            assertThat(page.getByLabel("red")).isChecked();
            control(page, "v.owner").focus();
            assertThat(page.locator(".picker-option")).hasCount(0);
            screens.look(page, "form-read-only");
            next(page);
            assertThat(page.locator("#form-fields button:visible")).hasCount(0);
            assertThat(control(page, "v.disabled.text")).isDisabled();
            screens.look(page, "form-disabled");
            next(page);
            for (String text : List.of("red", "one", "java", "localhost?owner=acme&repo=shop", "LEVEL: info")) {
                assertThat(page.locator("#form-fields")).containsText(text);
            }
            assertThat(screens.complaints()).isEmpty();
        }
    }

    private static void next(Page page) {
        page.locator(".card-footer button[name=go][value=next]").click();
    }

    private void publish(String template) throws IOException {
        Path directory = TEMPLATES.resolve(template);
        Checkout checkout = stage.clone("paula", Stage.PLATFORM);
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(Files::isRegularFile)
                    .forEach(file ->
                            checkout.write("templates/" + template + "/" + directory.relativize(file), read(file)));
        }
        stage.merge(
                "paula",
                Stage.PLATFORM,
                stage.propose(checkout, "paula", Stage.PLATFORM, "Add the template " + template));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page signIn(Screens screens) {
        Page page = screens.page("http://127.0.0.1:" + stage.server().port());
        page.navigate("/sign-in");
        page.getByLabel("Account").fill("rosa");
        page.getByLabel("Password").fill(stage.password("rosa"));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        assertThat(page.locator("h1, h2").first()).containsText("Ahoy");
        return page;
    }

    private static Locator control(Page page, String id) {
        return page.locator("[id='" + id + "']");
    }

    private static void type(Page page, String id, String text) {
        control(page, id).focus();
        page.keyboard().type(text);
    }

    private static void preview(Page page, String text) {
        assertThat(page.locator("#preview")).containsText(text, SOON);
    }

    private static void plainFields(Page page, Screens screens) {
        preview(page, "Still to be answered: Name, Password, Owner");
        assertThat(control(page, "v.name")).isFocused();
        page.keyboard().press("Enter");
        assertThat(control(page, "v.name")).isFocused();
        assertThat(control(page, "v.name-error")).containsText("Please fill this in.");
        page.keyboard().type("-");
        preview(page, "Name: Begin and end with a letter or digit");
        preview(page, "Still to be answered: Password, Owner");
        screens.look(page, "form-objections");
        page.keyboard().press("Backspace");
        page.keyboard().type("shop");
        preview(page, "shop.md");
        type(page, "v.password", "correct horse");
        page.keyboard().press("Enter");
    }

    private static void conditions(Page page) {
        control(page, "v.storage").focus();
        page.keyboard().type("sql");
        assertThat(control(page, "v.plan")).isVisible();
        assertThat(page.locator("#form-steps")).containsText("Database");
        control(page, "v.production").focus();
        page.keyboard().press("Space");
        assertThat(control(page, "v.reason")).isVisible();
        control(page, "v.plan").focus();
        page.keyboard().type("small");
        type(page, "v.reason", "because");
        page.keyboard().press("Enter");
        control(page, "o.database").focus();
        page.keyboard().type("Exi");
        assertThat(control(page, "v.database.host")).isVisible();
        type(page, "v.database.host", "db.example.org");
        page.keyboard().press("Enter");
    }

    private static void lists(Page page) {
        control(page, "add-hosts").focus();
        page.keyboard().press("Enter");
        assertThat(control(page, "v.hosts.1")).isFocused();
        page.keyboard().type("two");
        control(page, "up-hosts.1").focus();
        page.keyboard().press("Enter");
        assertThat(control(page, "v.hosts.0")).hasValue("two");
        type(page, "v.hosts.1", "");
        page.keyboard().press("Enter");
    }

    private static void entities(Page page, Screens screens) {
        type(page, "v.owner", "red");
        assertThat(page.locator(".picker-option").first()).containsText("Team Red", SOON);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(control(page, "v.owner")).hasValue("group:default/red");
        type(page, "a.labels", "java");
        page.keyboard().press("Enter");
        assertThat(page.locator(".chip")).containsText("java");
        type(page, "r.repoUrl.repo", "platform");
        preview(page, "Add shop");
        preview(page, "services/config/app.yaml");
        screens.look(page, "form-entities");
        type(page, "v.branch", "main");
        page.keyboard().press("Enter");
    }

    private static void review(Page page, Screens screens) {
        Locator answers = page.locator("#form-fields");
        for (String text : List.of("Everything right?", "shop", "••••••", "db.example.org", "<as agreed>")) {
            assertThat(answers).containsText(text);
        }
        assertThat(page.locator("body")).not().containsText("correct horse");
        screens.look(page, "form-review");
    }
}
