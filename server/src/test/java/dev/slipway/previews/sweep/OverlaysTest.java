package dev.slipway.previews.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.git.GitContent;
import dev.slipway.git.GitException;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.kernel.ServiceName;
import dev.slipway.previews.plan.OverlayFact;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OverlaysTest {

    private static final RepositoryRef SHOP = new RepositoryRef("acme", "shop");
    private static final CommitId COMMIT = new CommitId("a".repeat(40));

    private final AtomicInteger asked = new AtomicInteger();

    /** Git on a disk that cannot be read now. */
    private final GitContent git = (GitContent) Proxy.newProxyInstance(
            OverlaysTest.class.getClassLoader(), new Class<?>[] {GitContent.class}, (_, _, _) -> {
                asked.incrementAndGet();
                throw new GitException(ProblemCode.UNAVAILABLE, Problem.of("The disk does not answer."));
            });

    @Test
    void aCommitThatCouldNotBeReadIsReadAgain() {
        Overlays overlays = new Overlays(git);

        for (int i = 0; i < 2; i++) {
            assertThat(overlays.of(SHOP, COMMIT, new ServiceName("shop")).fact())
                    .isInstanceOf(OverlayFact.Broken.class);
        }

        assertThat(asked).hasValue(2);
    }
}
