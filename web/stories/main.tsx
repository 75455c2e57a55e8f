import { createRoot } from 'react-dom/client';
import { Inbox, ListTodo, Mail, Users, BookOpen, ChartColumn, Settings } from 'lucide-react';
import { Ground } from '../ui/ground.tsx';
import { Frame } from '../app/frame.tsx';
import { Panes } from '../ui/panes.tsx';
import { Row } from '../ui/row.tsx';
import { Rows } from '../ui/rows.tsx';
import { Tag } from '../ui/tag.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { TextArea } from '../ui/text-area.tsx';

const places = [{name:'My work',icon:Inbox,href:'#a',current:true},{name:'Queue',icon:ListTodo,href:'#b',count:7},{name:'Customers',icon:Users,href:'#c'},{name:'Knowledge',icon:BookOpen,href:'#d',rare:true},{name:'Floor',icon:ChartColumn,href:'#e'},{name:'Settings',icon:Settings,href:'#f',rare:true}];
createRoot(document.getElementById('root')!).render(<Ground><Frame places={places} onSearch={()=>{}} counters={<Tag tone="warn">Outage</Tag>}><Panes name="x" screen="work" onScreen={()=>{}} listName="List" sideName="About" side="side" list={<Rows name="q"><Row icon={Mail} iconName="Email" who="Nora Quist" what="The boiler is loud at night and it wakes us" age="6 min" tags={<Tag tone="stop">Urgent</Tag>} href="#x" mine/><Row icon={Mail} iconName="Email" who="Nora Quist" what="The boiler is loud" age="6 min" href="#x"/></Rows>} work={<div style={{padding:20,display:'grid',gap:12}}><h1>Work</h1><div style={{display:'flex',gap:8}}><Button kind="primary" keys="mod+enter">Send</Button><Button refused="No.">Close</Button><Button kind="danger">Delete</Button><Button kind="quiet" keys="c">Claim</Button><Button busy>Busy</Button></div><TextField label="Name" value="Nora" onChange={()=>{}} hint="As on the contract"/><TextArea label="Text" value={"Hello \u{1F642} there\nx"} marks={[{from:6,to:8}]} onChange={()=>{}}/></div>}/></Frame></Ground>);
