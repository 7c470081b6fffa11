import java.awt.Color;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gephi.filters.api.Range;
import org.gephi.filters.plugin.dynamic.DynamicRangeBuilder.DynamicRangeFilter;
import org.gephi.graph.api.*;
import org.gephi.graph.api.types.TimeSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.Report;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.io.processor.spi.Processor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Opens files as Gephi does and prints, one line of JSON each, what it then holds: counts, columns,
 * edge types, the issues of the import report, and up to 10,000 nodes and edges with their values.
 * An argument is a path, or several joined by ":" that go into one workspace (tables). With the
 * property "day" it also prints the nodes that are left when Gephi's timeline stands on that day.
 */
public final class Inspect {
    private static final int SHOWN = 10000;

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);  // the toolkit chats on stdout
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        for (String arg : args) {
            out.println(json(inspect(projects, arg.split(":"))));
        }
        System.exit(0);
    }

    private static Map<String, Object> inspect(ProjectController projects, String[] paths)
            throws Exception {
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Workspace workspace = projects.newWorkspace(projects.getCurrentProject());
        projects.openWorkspace(workspace);
        List<Object> issues = new ArrayList<>();
        List<Container> containers = new ArrayList<>();
        for (String path : paths) {
            Container container = importer.importFile(new File(path));
            if (container == null) throw new IllegalStateException("not read: " + path);
            containers.add(container);
            container.verify();  // as the import dialogue does; processing empties the report
            collect(container.getReport(), issues);
        }
        Processor processor = containers.size() == 1 ? new DefaultProcessor() : new AppendProcessor();
        importer.process(containers.toArray(new Container[0]), processor, workspace);
        if (processor.getReport() != null) collect(processor.getReport(), issues);
        GraphModel model =
            Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        DirectedGraph graph = model.getDirectedGraph();
        Map<String, Object> types = new TreeMap<>();
        List<Object> edges = new ArrayList<>();
        List<Object> nodes = new ArrayList<>();
        for (Edge edge : graph.getEdges().toArray()) {
            types.merge(String.valueOf(edge.getTypeLabel()), 1, (a, b) -> (Integer) a + (Integer) b);
            if (edges.size() < SHOWN) {
                Map<String, Object> shown = values(edge);
                shown.put("source", edge.getSource().getId());
                shown.put("target", edge.getTarget().getId());
                shown.put("kind", edge.getTypeLabel());
                shown.put("weight", edge.getWeight());
                shown.put("directed", edge.isDirected());
                edges.add(shown);
            }
        }
        for (Node node : graph.getNodes().toArray()) {
            if (nodes.size() < SHOWN) {
                Map<String, Object> shown = values(node);
                Color color = node.getColor();
                shown.put("color", color.getRed() + "," + color.getGreen() + "," + color.getBlue()
                    + "," + color.getAlpha());
                shown.put("size", node.size());
                nodes.add(shown);
            }
        }
        Map<String, Object> result = new TreeMap<>();
        result.put("nodes", graph.getNodeCount());
        result.put("edges", graph.getEdgeCount());
        result.put("edge_types", types);
        result.put("node_columns", columns(model.getNodeTable()));
        result.put("edge_columns", columns(model.getEdgeTable()));
        result.put("issues", issues);
        result.put("dynamic", model.isDynamic());
        result.put("node_rows", nodes);
        result.put("edge_rows", edges);
        String day = System.getProperty("day");
        if (day != null) result.put("that_day", thatDay(model, day));
        projects.closeCurrentWorkspace();
        return result;
    }

    /** The ids that Gephi's timeline leaves when it stands on a day, as it is set at first. */
    private static List<Object> thatDay(GraphModel model, String day) {
        double moment = AttributeUtils.parseDateTime(day);
        Subgraph left = model.getGraph(model.createView());
        left.fill();
        DynamicRangeFilter timeline = new DynamicRangeFilter(model);
        timeline.setRange(new Range(moment, moment));
        List<Object> ids = new ArrayList<>();
        for (Node node : timeline.filter(left).getNodes().toArray()) ids.add(node.getId());
        return ids;
    }

    private static void collect(Report report, List<Object> issues) {
        Iterator<Issue> found = report.getIssues(Integer.MAX_VALUE);
        while (found.hasNext()) {
            Issue issue = found.next();
            issues.add(issue.getLevel() + ": " + issue.getMessage());
        }
    }

    private static Map<String, Object> columns(Table table) {
        Map<String, Object> result = new TreeMap<>();
        for (Column column : table.toArray()) {
            result.put(column.getTitle(), column.getTypeClass().getSimpleName());
        }
        return result;
    }

    private static Map<String, Object> values(Element element) {
        Map<String, Object> result = new TreeMap<>();
        for (Column column : element.getTable().toArray()) {
            Object value = element.getAttribute(column);
            if (value != null) result.put(column.getTitle(), value);
        }
        result.put("id", element.getId());
        result.put("label", element.getLabel());
        return result;
    }

    private static String json(Object value) {
        if (value == null) return "null";
        if (value instanceof Boolean) return value.toString();
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? value.toString() : "null";
        }
        if (value instanceof Number) return value.toString();
        if (value instanceof Map) {
            List<String> items = new ArrayList<>();
            ((Map<?, ?>) value).forEach((k, v) -> items.add(json(k.toString()) + ":" + json(v)));
            return "{" + String.join(",", items) + "}";
        }
        if (value instanceof Object[]) return json(Arrays.asList((Object[]) value));
        if (value instanceof List) {
            List<String> items = new ArrayList<>();
            for (Object item : (List<?>) value) items.add(json(item));
            return "[" + String.join(",", items) + "]";
        }
        if (value instanceof TimeSet) {
            return json(((TimeSet<?>) value).toString(TimeFormat.DATE));
        }
        StringBuilder text = new StringBuilder("\"");
        for (char c : value.toString().toCharArray()) {
            if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
