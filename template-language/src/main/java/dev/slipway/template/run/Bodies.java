package dev.slipway.template.run;

import dev.slipway.template.syntax.Node;
import dev.slipway.template.syntax.Routine;
import dev.slipway.template.value.Function;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What expressions need of the tags around them. */
interface Bodies {

    String captured(List<Node> body, Locals locals);

    /** A routine as a function; the body of a call sees the locals around it. */
    Function function(Routine routine, @Nullable Locals around);
}
