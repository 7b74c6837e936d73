package dev.slipway.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser that complains about pages that are wider than the screen, and about errors in its console. */
final class Screens implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final boolean TAKES_PICTURES = System.getProperty("screenshots") != null;
    private static final int DESK = 1440;
    private static final int PHONE = 390;
    private static final int HEIGHT = 900;
    private static final double PATIENCE_MILLIS = 60_000;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private int pictures;

    private Screens(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips the test where there is no browser. */
    static Screens open() {
        assumeTrue(Files.isExecutable(CHROMIUM), "skipped: no Chromium");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Screens(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of(
                                        "--headless",
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync"))));
    }

    /** A browser of one person's own: nobody else's cookies. */
    Page page(String address) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(DESK, HEIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(ColorScheme.LIGHT));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    private void listen(ConsoleMessage message) {
        if (List.of("error", "warning").contains(message.type())) {
            complaints.add(message.location() + ": " + message.text());
        }
    }

    /** Looks at the page wide and narrow, and with {@code -Dscreenshots} keeps pictures of it, light and dark. */
    void look(Page page, String name) {
        String number = "%02d-".formatted(++pictures);
        page.waitForLoadState();
        for (int width : new int[] {PHONE, DESK}) {
            page.setViewportSize(width, HEIGHT);
            if (TAKES_PICTURES) {
                picture(page, number + name + "-" + width);
            }
            fits(page, name, width);
        }
    }

    private static void picture(Page page, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setAnimations(ScreenshotAnimations.DISABLED)
                    .setPath(PICTURES.resolve(name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));
        }
    }

    /** As it is in the next frame, with its fonts. */
    private static void fits(Page page, String name, int width) {
        Object overflow = page.evaluate("""
                async () => {
                  await document.fonts.ready;
                  await new Promise(requestAnimationFrame);
                  return document.documentElement.scrollWidth <= window.innerWidth ? '' :
                    Array.from(document.querySelectorAll('body *'))
                        .filter(each => each.getBoundingClientRect().right > window.innerWidth + 1)
                        .slice(0, 5).map(each => each.outerHTML.slice(0, 120)).join('\\n')
                        || 'wider than the screen';
                }
                """);
        assertThat(overflow).as("%s at %d pixels", name, width).isEqualTo("");
    }

    /** Errors in consoles, refused by the Content Security Policy for example. */
    List<String> complaints() {
        return new ArrayList<>(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
