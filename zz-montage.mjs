import sharp from 'sharp'
import { readdirSync } from 'node:fs'
const [,, prefix, out] = process.argv
const files = readdirSync('/tmp/docs').filter(f=>f.startsWith(prefix+'-')&&f.endsWith('.png')).sort().slice(0,6)
const metas = await Promise.all(files.map(f=>sharp('/tmp/docs/'+f).metadata()))
const w=metas[0].width,h=metas[0].height,cols=Math.min(3,files.length)
await sharp({create:{width:w*cols,height:h*Math.ceil(files.length/cols),channels:3,background:'gray'}}).composite(files.map((f,i)=>({input:'/tmp/docs/'+f,left:(i%cols)*w,top:Math.floor(i/cols)*h}))).png().toFile(out)
