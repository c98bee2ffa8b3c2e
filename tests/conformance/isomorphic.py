"""Says whether RDF documents hold the same graph, judged by rdflib: isomorphic.py FILE FILE... prints JSON.

rdflib needs hours for a whole catalogue with thousands of blank nodes. Graphs are isomorphic exactly when their triples
without blank nodes are equal and their parts that hang together by blank nodes are isomorphic one by one, so it is given those.
"""
import json
import sys
from collections import Counter

from rdflib import BNode, Graph
from rdflib.compare import to_isomorphic

# rdflib 6 misreads escaped backslashes in N-Triples; its Turtle parser reads them right.
kinds = {"ttl": "turtle", "nt": "turtle", "rdf": "xml", "xml": "xml", "jsonld": "json-ld"}


def parts(graph):
    above = {}

    def root(node):
        while above.setdefault(node, node) != node:
            above[node] = node = above[above[node]]
        return node

    for subject, _, target in graph:
        if isinstance(subject, BNode) and isinstance(target, BNode):
            above[root(subject)] = root(target)
    plain, groups = set(), {}
    for triple in graph:
        blank = next((node for node in triple if isinstance(node, BNode)), None)
        if blank is None:
            plain.add(triple)
        else:
            groups.setdefault(root(blank), Graph()).add(triple)
    return plain, Counter(to_isomorphic(group).internal_hash() for group in groups.values())


def read(name):
    graph = Graph()
    graph.parse(name, format=kinds[name.rsplit(".", 1)[1]])
    return len(graph), parts(graph)


graphs = [read(name) for name in sys.argv[1:]]
print(json.dumps({"triples": [size for size, _ in graphs], "same": all(found == graphs[0][1] for _, found in graphs)}))
