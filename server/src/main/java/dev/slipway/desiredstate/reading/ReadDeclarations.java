package dev.slipway.desiredstate.reading;

import dev.slipway.desiredstate.Declarations;
import dev.slipway.kernel.CommitId;
import dev.slipway.platform.Platforms;
import org.springframework.stereotype.Component;

/** Declarations as the desired state is read: what has been rendered once is kept. */
@Component
class ReadDeclarations implements Declarations {

    private final Platforms platforms;
    private final DesiredReader reader;

    ReadDeclarations(Platforms platforms, DesiredReader reader) {
        this.platforms = platforms;
        this.reader = reader;
    }

    @Override
    public Declaration at(CommitId platformCommit) {
        return reader.declaration(platforms.current(), platformCommit);
    }
}
