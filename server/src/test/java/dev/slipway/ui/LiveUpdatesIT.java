package dev.slipway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.identity.Permission;
import dev.slipway.support.Callers;
import dev.slipway.support.FoundationTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

@FoundationTest
@Timeout(60)
class LiveUpdatesIT {

    @Autowired
    Callers callers;

    @Autowired
    LiveUpdates updates;

    @Test
    void tellsListenersOfTheirTopicsAndOfThoseBelow() throws IOException {
        try (BufferedReader events = listen("service/pricing-api,builds")) {
            readUntil(events, "event:hello");

            updates.changed("service/other");
            updates.changed("service/pricing-api/production");

            assertThat(readUntil(events, "data:service")).isEqualTo("data:service/pricing-api/production");
        }
    }

    @Test
    void whoOpensManyPagesQuicklyLosesTheOldestAndIsNotRefused() throws IOException {
        List<BufferedReader> pages = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            pages.add(listen("builds"));
            readUntil(pages.getLast(), "event:hello");
        }

        updates.changed("builds");

        assertThat(readUntil(pages.getLast(), "data:builds")).isNotNull();
        assertThat(pages.getFirst().lines()).isNotEmpty().doesNotContain("data:builds");
        for (BufferedReader page : pages) {
            page.close();
        }
    }

    @Test
    void isClosedToWhomIsNotSignedIn() {
        assertThat(callers.anybody().get("/live?topics=x").statusCode()).isEqualTo(302);
    }

    private BufferedReader listen(String topics) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                callers.address().resolve("/live?topics=" + topics).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + callers.token("listener", Set.<Permission>of()));
        return new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String readUntil(BufferedReader events, String start) throws IOException {
        String line = events.readLine();
        while (!line.startsWith(start)) {
            line = events.readLine();
        }
        return line;
    }
}
