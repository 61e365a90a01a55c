"""scope"""
from __future__ import annotations
from collections.abc import Sequence
from reconcile.extract.attributes import attribute_near, free_attribute
from reconcile.extract.quantities import Mention
from reconcile.extract.text import Sentence
from reconcile.model import Kind, Scope

def scopes(found, sentences):
    out=[]
    by={}
    for m in found: by.setdefault(m.sentence,[]).append(m)
    for m in found:
        words=sentences[m.sentence].words
        v=m.found.value
        others=[(o.first,o.last) for o in by[m.sentence] if o is not m]
        counted=" ".join(t.text for t in words[m.noun[0]:m.noun[1]]) or None
        if v.kind is Kind.AGE: a="age"
        elif v.kind is Kind.DURATION: a="duration"
        elif v.kind is Kind.MONEY: a="money"
        elif v.unit and v.unit!="percent": a=free_attribute(m.head,v.unit)
        else:
            near=attribute_near(words,m.first,m.last,m.noun,others)
            a=near[0] if near else free_attribute(m.head,None)
        out.append(Scope(attribute=a,counted=counted))
    return out
