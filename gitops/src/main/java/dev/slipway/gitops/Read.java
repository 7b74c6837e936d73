package dev.slipway.gitops;

import dev.slipway.gitops.Moves.Asked;
import java.util.List;
import java.util.stream.Stream;

/**
 * An Application with what each of its parts came to, and what says whether that still holds: thousands are asked in each pass.
 *
 * @param asked the revisions of all its sources
 * @param complete whether every source was there; one that was not may be the next time
 * @param plain whether files alone decided it: several sources or a chart also read what is not noted, for example a commit's name
 * @param paths that decided it
 * @param makes whether there are Applications among what it renders to
 */
record Read(
        RenderedApplication rendered,
        List<Kept> parts,
        List<Asked> asked,
        boolean complete,
        boolean plain,
        Paths paths,
        boolean makes) {

    Read {
        parts = List.copyOf(parts);
        asked = List.copyOf(asked);
    }

    /** @param besides paths that decided it beside what its parts read */
    static Read of(RenderedApplication rendered, List<Kept> parts, List<Asked> asked, boolean complete, Paths besides) {
        return new Read(
                rendered,
                parts,
                asked,
                complete,
                asked.size() == 1
                        && rendered.parts().stream()
                                .allMatch(part -> part.source().isPlain()),
                Paths.all(Stream.concat(parts.stream().map(Kept::asked), Stream.of(besides))
                        .toList()),
                parts.stream().anyMatch(part -> !part.output().declarations().isEmpty()));
    }

    /** The same with an equal list. */
    Read sharing(List<Asked> equal) {
        return new Read(rendered, parts, equal, complete, plain, paths, makes);
    }

    /** Whether it is known that none of these paths decided it. */
    boolean isUntouched(Paths changed) {
        return plain && !paths.mayMeet(changed);
    }
}
