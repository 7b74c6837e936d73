package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.entities.EntityFilter;
import dev.slipway.git.GitHost;
import dev.slipway.kernel.Rehearsal;
import dev.slipway.kernel.RepositoryRef;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CatalogTest
class RehearsalIT {

    @Autowired
    private Rehearsal reading;

    @Autowired
    private Catalog catalog;

    @Autowired
    private GitHost host;

    @Test
    void readsAMadeUpCatalogAndLeavesNothingBehind() throws InterruptedException {
        reading.rehearse();

        assertThat(host.repository(new RepositoryRef("rehearsal", "catalog"))).isEmpty();
        await().until(() -> catalog.count(new EntityQuery(
                        EntityFilter.parse(List.of("metadata.namespace=rehearsal")),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        0,
                        1))
                == 0);
    }
}
