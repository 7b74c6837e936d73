package dev.slipway.previews.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kernel.Actor;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.Platforms;
import dev.slipway.previews.Preview;
import dev.slipway.previews.PreviewPage;
import dev.slipway.previews.PreviewQuery;
import dev.slipway.previews.Previews;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;

class PreviewListPageTest {

    private final FiveThousand previews = new FiveThousand();

    /** None yet. */
    private final Platforms platforms = (Platforms) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Platforms.class}, (_, _, _) -> Optional.empty());

    private PreviewList list(int page) {
        ExtendedModelMap model = new ExtendedModelMap();
        new PreviewListPage(previews, platforms).previews("red", " shop ", "ready", page, model);
        return (PreviewList) model.get("list");
    }

    @Test
    void asksForOnePageOfThousands() {
        PreviewList list = list(7);

        assertThat(list.pages()).isEqualTo(200);
        assertThat(previews.asked).singleElement().satisfies(query -> {
            assertThat(query.offset()).isEqualTo(150);
            assertThat(query.limit()).isEqualTo(25);
        });
        assertThat(list.address(8)).isEqualTo("/previews?team=red&service=shop&state=ready&page=8");
    }

    @Test
    void aPageBeyondTheLastIsTheLast() {
        assertThat(list(9999).page()).isEqualTo(200);
        assertThat(previews.asked.getLast().offset()).isEqualTo(4975);
        assertThat(list(-1).page()).isEqualTo(1);
    }

    private static final class FiveThousand implements Previews {
        private final List<PreviewQuery> asked = new ArrayList<>();

        @Override
        public PreviewPage list(PreviewQuery query) {
            asked.add(query);
            return new PreviewPage(List.of(), 5000);
        }

        @Override
        public Optional<Preview> find(ServiceName service, int number) {
            return Optional.empty();
        }

        @Override
        public void end(ServiceName service, int number, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void renew(ServiceName service, int number, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void approve(ServiceName service, int number, CommitId commit, Actor actor) {
            throw new UnsupportedOperationException();
        }
    }
}
